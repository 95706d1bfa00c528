import { sql } from 'kysely'
import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { emailField, languageField, personName } from '../fields.ts'
import { invitationLetter } from '../identity.letters.ts'
import { rates } from '../sign-in/rates.ts'
import { allStaff, inviteStaff as issueInvitation, lockStaff } from './staff.queries.ts'
import { staffRoles } from './staff.rules.ts'

/** Invites somebody into the staff by e-mail. Inviting again sends a new link; the older one ends. */
export const inviteStaff = writeOperation({
  name: 'staff.invite',
  purpose: 'identity',
  http: 'POST /staff',
  says: 'Invite a person into the staff',
  who: { staff: ['owner'] },
  input: z.strictObject({
    name: personName,
    email: emailField,
    roles: z
      .array(z.enum(staffRoles))
      .min(1, { error: () => m.identity_expect_roles() })
      .max(5),
    language: languageField,
  }),
  output: z.object({ staffId: z.uuid() }),
  async run({ trx, actor, input, tools }) {
    await tools.signIn.rates.count(rates.lettersToLogin, `staff ${input.email}`)
    await lockStaff(trx)
    const staff = await allStaff(trx)
    const existing = staff.find((row) => row.ended_at === null && row.email.toLowerCase() === input.email)
    if (existing?.joined_at) throw new Conflict('already_staff', m.identity_already_staff())
    const roles = [...new Set(input.roles)]
    const invited = { roles, name: input.name, language: input.language, invited_at: sql<Date>`now()` }
    const staffId = existing?.id ?? newId()
    if (existing) await trx.updateTable('staff').set(invited).where('id', '=', staffId).execute()
    else {
      const values = { ...invited, id: staffId, email: input.email, invited_by: actor.staffId }
      await trx.insertInto('staff').values(values).execute()
    }
    const token = await issueInvitation(trx, staffId, actor.staffId)
    const provider = await trx.selectFrom('provider').select('name').executeTakeFirst()
    const by = staff.find((row) => row.id === actor.staffId)?.name ?? ''
    const url = `${tools.signIn.origin}/join-staff/${token}`
    const where = provider?.name ?? tools.signIn.name
    const words = invitationLetter(input.language, { name: input.name, by, where, url })
    const letter = { staffId, to: input.email, kind: 'staff_invitation', language: input.language, words }
    await tools.letters.post(trx, letter)
    return { staffId }
  },
})
