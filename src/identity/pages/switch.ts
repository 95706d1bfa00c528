import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { switchAccount } from '../account/switch-account.ts'
import type { Route } from './+types/switch.ts'
import { browserFacts, field } from './sign-in-request.ts'

/** Acts in another of a login's places from now on. */
export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { cookie } = browserFacts(request)
  const accountId = field(form, 'accountId') || null
  const { home } = await visit(context).call<typeof switchAccount>('account.switch', { accountId, cookie })
  return redirect(home)
}

export function loader() {
  return redirect('/security')
}
