import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Invalid, NotFound, Refused } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { passwordField, passwordOrNone, tokenField } from '../fields.ts'
import { findLoginByEmail } from '../sign-in/login.queries.ts'
import { proveLogin } from '../sign-in/prove-login.ts'
import { rates } from '../sign-in/rates.ts'
import { readAccountToken } from '../token.ts'
import { findInvitation, takeInvitation } from './account.queries.ts'
import { ageStatementVersion } from './terms.ts'

/** What an invitation is to, for whoever holds its link. Spent, ended and false links are the same answer. */
export const showInvitation = readOperation({
  name: 'invitation.show',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ token: tokenField }),
  output: z.object({
    company: z.string(),
    name: z.string(),
    email: z.string(),
    /** The address signs in here already: its password is asked for instead of a new one. */
    isKnown: z.boolean(),
    statedAge: z.boolean(),
    /** The person registered by themselves; otherwise somebody invited them. */
    isRegistration: z.boolean(),
  }),
  async run({ db, input, caller, tools, concerning }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const read = readAccountToken(input.token)
    const invitation = read ? await findInvitation(db, read.accountId, read.hash) : null
    if (!invitation) throw new NotFound('invitation')
    concerning({ accountId: invitation.account_id, personIds: [invitation.person_id] })
    return {
      company: invitation.account_name,
      name: invitation.name,
      email: invitation.email,
      isKnown: (await findLoginByEmail(db, invitation.email)) !== undefined,
      statedAge: invitation.stated_age,
      isRegistration: invitation.is_registration,
    }
  },
})

/**
 * Accepts an invitation, or completes a registration: the link proves the address. Whoever is new chooses a password;
 * a known address shows the one it has. A registered company becomes a client.
 */
export const joinAccount = writeOperation({
  name: 'invitation.accept',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({
    token: tokenField,
    // Whether it is good enough is said together with what else is missing.
    password: passwordOrNone,
    age: z.enum(['old_enough', 'younger'], { error: () => m.identity_expect_age() }).optional(),
  }),
  output: z.object({ email: z.string() }),
  async run({ trx, input, caller, tools, concerning }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const read = readAccountToken(input.token)
    const invitation = read ? await findInvitation(trx, read.accountId, read.hash) : null
    if (!invitation) throw new NotFound('invitation')
    if (input.age === 'younger') throw new Refused('too_young', m.identity_too_young())
    const missing: Record<string, string> = !invitation.stated_age && !input.age ? { age: m.identity_expect_age() } : {}
    const loginId = await proven({ trx, tools, password: input.password, ...invitation }, missing)
    if (!(await takeInvitation(trx, invitation))) throw new NotFound('invitation')

    const { account_id, person_id } = invitation
    concerning({ accountId: account_id, personIds: [person_id] })
    const stated = invitation.stated_age
      ? {}
      : { age_statement_version: ageStatementVersion, age_stated_at: sql<Date>`now()` }
    await trx
      .updateTable('person')
      .set({ login_id: loginId, ...stated })
      .where('account_id', '=', account_id)
      .where('id', '=', person_id)
      .execute()
    await trx
      .updateTable('member')
      .set({ joined_at: sql<Date>`now()` })
      .where('account_id', '=', account_id)
      .where('person_id', '=', person_id)
      .execute()
    await trx.updateTable('account').set({ kind: 'client' }).where('id', '=', account_id).execute()
    return { email: invitation.email }
  },
})

/** The login of who joins. @throws Invalid naming the password where it is faulty, together with what else is missing */
async function proven(proof: Parameters<typeof proveLogin>[0], missing: Record<string, string>): Promise<string> {
  const shape = passwordField.safeParse(proof.password)
  const fault = shape.error?.issues[0]?.message
  const loginId = fault
    ? new Invalid({ password: fault })
    : await proveLogin(proof).catch((thrown: unknown) => {
        if (thrown instanceof Invalid) return thrown
        throw thrown
      })
  const fields = { ...(loginId instanceof Invalid ? loginId.fields : {}), ...missing }
  if (loginId instanceof Invalid || Object.keys(missing).length > 0) throw new Invalid(fields)
  return loginId
}
