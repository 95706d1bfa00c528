import { redirect } from 'react-router'
import { visit } from '../../platform/http/visit.ts'
import type { changeLanguage } from '../account/change-language.ts'
import { languageCookies } from '../sign-in/cookies.ts'
import type { Route } from './+types/language.ts'
import { returnPath } from './return-path.ts'
import { field, withCookies } from './sign-in-request.ts'

/** The choice of language: kept with the person when somebody is signed in, else until the browser closes. */
export async function action({ context, request }: Route.ActionArgs) {
  const { actor, call, origin } = visit(context)
  const form = await request.formData()
  const language = form.get('language') === 'en' ? 'en' : 'ro'
  const wanted = field(form, 'to')
  const to = returnPath(wanted) ?? (/^\/sign-in(?![\w-])/.test(wanted) ? wanted : '/')
  if (actor.kind !== 'visitor') {
    await call<typeof changeLanguage>('language.change', { language })
    return redirect(to)
  }
  return redirect(to, { headers: withCookies(languageCookies(language, origin.startsWith('https:'))) })
}

export function loader() {
  return redirect('/')
}
