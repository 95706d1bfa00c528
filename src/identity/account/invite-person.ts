import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { emailField, languageField, personName } from '../fields.ts'
import { invitationLetter } from '../identity.letters.ts'
import { rates } from '../sign-in/rates.ts'
import { addPerson, invite, lockLiving, membersOf } from './account.queries.ts'
import { memberRoles } from './roles.rules.ts'

/** Invites somebody into the account by e-mail. Inviting again sends a new link; the older one ends. */
export const invitePerson = writeOperation({
  name: 'people.invite',
  purpose: 'identity',
  http: 'POST /people',
  says: 'Invite a person into the account',
  who: { member: ['owner'] },
  input: z.strictObject({
    name: personName,
    email: emailField,
    roles: z
      .array(z.enum(memberRoles))
      .min(1, { error: () => m.identity_expect_roles() })
      .max(3),
    language: languageField,
  }),
  output: z.object({ personId: z.uuid() }),
  async run({ trx, actor, input, tools, concerning }) {
    const { accountId } = actor
    await tools.signIn.rates.count(rates.lettersToLogin, `${accountId} ${input.email}`)
    await lockLiving(trx, accountId)
    const roles = [...new Set(input.roles)]
    const members = await membersOf(trx, accountId)
    const existing = await trx
      .selectFrom('person')
      .select(['id'])
      .where('account_id', '=', accountId)
      .where(sql<string>`lower(email)`, '=', input.email)
      .where('erased_at', 'is', null)
      .executeTakeFirst()
    const place = members.find((row) => row.person_id === existing?.id)
    if (place?.joined_at && !place.ended_at) throw new Conflict('already_member', m.identity_already_member())
    const personId = existing?.id ?? (await addPerson(trx, { accountId, ...input }))
    const token = await invite(trx, { accountId, personId, roles, invitedBy: actor.personId })
    concerning({ accountId, personIds: [personId] })
    const account = await trx.selectFrom('account').select('name').where('id', '=', accountId).executeTakeFirstOrThrow()
    const by = members.find((row) => row.person_id === actor.personId)?.name ?? account.name
    const url = `${tools.signIn.origin}/join/${token}`
    const words = invitationLetter(input.language, { name: input.name, by, where: account.name, url })
    const letter = { accountId, personId, to: input.email, kind: 'invitation', language: input.language, words }
    await tools.letters.post(trx, letter)
    return { personId }
  },
})
