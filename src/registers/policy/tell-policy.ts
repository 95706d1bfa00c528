import { z } from 'zod'
import { letterAddress } from '../../identity/identity.facade.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { policyLetter } from './policy.letter.ts'

/** A job: tells one person of one material version. The notice's key lets the letter be posted once, whoever runs this at once. */
export const tellPolicy = writeOperation({
  name: 'policy.tell',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ versionId: z.uuid(), accountId: z.uuid(), personId: z.uuid() }),
  output: z.object({ told: z.enum(['now', 'before', 'gone']) }),
  async run({ trx, input: { versionId, accountId, personId }, tools, now, concerning }) {
    const version = await trx
      .selectFrom('policy_version')
      .select(['id', 'number', 'version', 'changes', 'effective_on', 'weight'])
      .where('id', '=', versionId)
      .executeTakeFirst()
    const address = await letterAddress(trx, accountId, personId)
    if (version?.weight !== 'material' || !address) return { told: 'gone' as const }
    const added = await trx
      .insertInto('policy_notice')
      .values({ account_id: accountId, person_id: personId, version_id: versionId, told_at: now })
      .onConflict((conflict) => conflict.columns(['account_id', 'person_id', 'version_id']).doNothing())
      .executeTakeFirst()
    if (!added.numInsertedOrUpdatedRows) return { told: 'before' as const }
    concerning({ accountId, personIds: [personId] })
    const { to, language } = address
    const words = policyLetter(language, version, tools.signIn.origin)
    await tools.letters.post(trx, { accountId, personId, to, kind: 'policy_change', language, words })
    return { told: 'now' as const }
  },
})
