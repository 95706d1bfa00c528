import { redirect } from 'react-router'
import { isDeskPlace, keptField } from '../../platform/http/kept-place.ts'
import { visit } from '../../platform/http/visit.ts'
import type { switchAccount } from '../account/switch-account.ts'
import type { Route } from './+types/switch.ts'
import { returnPath } from './return-path.ts'
import { browserFacts, field } from './sign-in-request.ts'

/** Acts in another of a login's places from now on; with a form in the hand that was opened there, back to its page. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { cookie } = browserFacts(request)
  const accountId = field(form, 'accountId') || null
  const { home } = await visit(context).call<typeof switchAccount>('account.switch', { accountId, cookie })
  const to = returnPath(field(form, 'to'))
  if (!to || !isDeskPlace(to)) return redirect(home)
  // 307: the browser brings what was typed to the form's page, in the body.
  return form.has(keptField) ? redirect(to, 307) : redirect(to)
}

export function loader() {
  return redirect('/security')
}
