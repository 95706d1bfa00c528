import type { Visit } from '../../platform/http/visit.ts'
import type { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import { browserFacts, nextStep } from './sign-in-request.ts'

/**
 * Signs in with a password that was just chosen or shown, and says where to go: `redirect(...await signInAfter(…))`.
 * Where a second step is due, or the sign-in does not come about, that is where it leads.
 */
export async function signInAfter(
  call: Visit['call'],
  request: Request,
  given: { email: string; password: string; to: string },
): Promise<[string, { headers: Headers }]> {
  const { email, password, to } = given
  const input = { email, password, keep: false, ...browserFacts(request) }
  const answer = await call<typeof signInWithPassword>('sign_in.password', input)
  const next = nextStep(answer, to, false)
  return next ? [next.to, { headers: next.headers }] : ['/sign-in', { headers: new Headers() }]
}
