import { z } from 'zod'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { languageField } from '../fields.ts'

/** The language in which a person sees the desk and gets letters. */
export const changeLanguage = writeOperation({
  name: 'language.change',
  purpose: 'identity',
  http: 'PUT /language',
  says: 'Choose the language of pages and letters',
  who: { member: 'any', staff: 'any', firstFactor: true },
  input: z.strictObject({ language: languageField }),
  output: z.object({}),
  async run({ trx, actor, input, concerning }) {
    if (actor.kind === 'staff') {
      await trx.updateTable('staff').set({ language: input.language }).where('id', '=', actor.staffId).execute()
      return {}
    }
    concerning({ accountId: actor.accountId, personIds: [actor.personId] })
    await trx
      .updateTable('person')
      .set({ language: input.language })
      .where('account_id', '=', actor.accountId)
      .where('id', '=', actor.personId)
      .execute()
    return {}
  },
})
