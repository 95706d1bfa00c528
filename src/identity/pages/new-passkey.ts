/** Making a passkey: the two requests of the script behind the button. */
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { addPasskey, askNewPasskey } from '../security/add-passkey.ts'
import type { Route } from './+types/new-passkey.ts'
import { browserFacts, withCookies } from './sign-in-request.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const { call, actor, writer } = visit(context)
  const body = (await request.json().catch(() => ({}))) as Record<string, unknown>
  const facts = browserFacts(request)
  // Somebody else has signed in since the page was opened: their own page says so, and they get no passkey of another.
  if (body.writer !== writer) return Response.json({ to: '/security' })
  try {
    if (typeof body.answer !== 'object' || body.answer === null) {
      const { question, cookies } = await call<typeof askNewPasskey>('passkey.question', facts)
      return Response.json({ question }, { headers: withCookies(cookies) })
    }
    const answer = body.answer as Record<string, unknown>
    await call<typeof addPasskey>('passkey.add', { answer, name: String(body.name ?? ''), ...facts })
    return Response.json({ done: true })
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (problem?.code !== 'fresh_sign_in') throw thrown
    const area = actor.kind === 'staff' ? '/staff' : '/desk'
    return Response.json({ to: `/sign-in/again?${new URLSearchParams({ to: `${area}/account/security` })}` })
  }
}
