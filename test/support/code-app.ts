/** A code app that a login has turned on. */
import { confirmSecondFactor, startSecondFactor } from '../../src/identity/security/enrol-second-factor.ts'
import { codeAt } from '../../src/identity/security/totp.rules.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import type { TestDesk } from './desk.ts'

export interface CodeApp {
  readonly secret: string
  readonly recoveryCodes: readonly string[]
}

/** The first app, or the next one in its place. */
export async function givenCodeApp(desk: TestDesk, actor: MemberActor | StaffActor): Promise<CodeApp> {
  await desk.as(actor).call(startSecondFactor, {})
  const { rows } = await desk.owner.query<{ sealed: string }>(
    'select coalesce(next_secret, secret) as sealed from base.login_two_factor where login_id = $1',
    [actor.loginId],
  )
  const secret = await desk.tools.signIn.open(rows[0]?.sealed ?? '')
  const { recoveryCodes } = await desk.as(actor).call(confirmSecondFactor, { code: codeAt(secret, new Date()) })
  return { secret, recoveryCodes }
}

/** The code after the one that is used up by enrolling: clocks may differ by so much. */
export const nextCode = (secret: string): string => codeAt(secret, new Date(Date.now() + 30_000))
