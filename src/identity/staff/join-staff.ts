import { sql } from 'kysely'
import { z } from 'zod'
import { NotFound } from '../../privacy/operation/errors.ts'
import { readOperation, writeOperation } from '../../privacy/operation/operation.ts'
import { passwordField, tokenField } from '../fields.ts'
import { findLoginByEmail } from '../sign-in/login.queries.ts'
import { proveLogin } from '../sign-in/prove-login.ts'
import { rates } from '../sign-in/rates.ts'
import { hashToken } from '../token.ts'
import { findStaffInvitation, takeStaffInvitation } from './staff.queries.ts'

/** What a staff invitation is to, for whoever holds its link. Spent, ended and false links are the same answer. */
export const showStaffInvitation = readOperation({
  name: 'staff_invitation.show',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ token: tokenField }),
  output: z.object({ provider: z.string(), name: z.string(), email: z.string(), isKnown: z.boolean() }),
  async run({ db, input, caller, tools }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const invitation = await findStaffInvitation(db, hashToken(input.token))
    if (!invitation) throw new NotFound('invitation')
    const provider = await db.selectFrom('provider').select('name').executeTakeFirst()
    return {
      provider: provider?.name ?? tools.signIn.name,
      name: invitation.name,
      email: invitation.email,
      isKnown: (await findLoginByEmail(db, invitation.email)) !== undefined,
    }
  },
})

/** Accepts a staff invitation. Until a second factor is enrolled nothing else can be reached. */
export const joinStaff = writeOperation({
  name: 'staff_invitation.accept',
  purpose: 'identity',
  who: { visitor: true, member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ token: tokenField, password: passwordField }),
  output: z.object({ email: z.string() }),
  async run({ trx, input, caller, tools, concerning }) {
    await tools.signIn.rates.count(rates.tokensFromAddress, caller.address)
    const invitation = await findStaffInvitation(trx, hashToken(input.token))
    if (!invitation) throw new NotFound('invitation')
    const loginId = await proveLogin({ trx, tools, password: input.password, ...invitation })
    if (!(await takeStaffInvitation(trx, invitation.id))) throw new NotFound('invitation')
    await trx
      .updateTable('staff')
      .set({ login_id: loginId, joined_at: sql<Date>`now()` })
      .where('id', '=', invitation.staff_id)
      .execute()
    concerning({ staffId: invitation.staff_id })
    return { email: invitation.email }
  },
})
