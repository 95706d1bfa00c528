/** Signing in with a passkey: the two requests of the script behind the button. */
import { visit } from '../../platform/http/visit.ts'
import type { askPasskey, signInWithPasskey } from '../sign-in/sign-in-with-passkey.ts'
import type { Route } from './+types/sign-in-passkey.ts'
import { browserFacts, nextStep, withCookies } from './sign-in-request.ts'

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const body = (await request.json().catch(() => ({}))) as Record<string, unknown>
  if (typeof body.answer !== 'object' || body.answer === null) {
    const { question, cookies } = await call<typeof askPasskey>('sign_in.passkey_question', {})
    return Response.json({ question }, { headers: withCookies(cookies) })
  }
  const keep = body.keep === true
  const given = { answer: body.answer as Record<string, unknown>, keep, ...browserFacts(request) }
  const answer = await call<typeof signInWithPasskey>('sign_in.passkey', given)
  const next = nextStep(answer, typeof body.to === 'string' ? body.to : null, keep)
  if (!next) return Response.json({ outcome: answer.outcome }, { status: 401 })
  return Response.json({ to: next.to }, { headers: next.headers })
}
