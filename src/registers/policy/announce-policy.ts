import { type Kysely, sql } from 'kysely'
import { z } from 'zod'
import type { For } from '../../privacy/map/types.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { tellPolicy } from './tell-policy.ts'

const batch = 500
const place = z.strictObject({ accountId: z.uuid(), personId: z.uuid() })
type Place = z.infer<typeof place>

/** A job: has each living person with an address told of one material version, some at a time. Run again, it tells nobody twice. */
export const announcePolicy = writeOperation({
  name: 'policy.announce',
  purpose: 'rights',
  who: { system: true },
  input: z.strictObject({ versionId: z.uuid(), after: place.nullable() }),
  output: z.object({ asked: z.int() }),
  async run({ trx, input: { versionId, after }, enqueue }) {
    const people = await untold(trx, versionId, after)
    for (const { account_id: accountId, id: personId } of people) {
      await enqueue(tellPolicy, { versionId, accountId, personId }, { key: `${versionId} ${personId}` })
    }
    const last = people.at(-1)
    if (last && people.length === batch) {
      const next = { accountId: last.account_id, personId: last.id }
      await enqueue(announcePolicy, { versionId, after: next }, { key: `${versionId} ${last.id}` })
    }
    return { asked: people.length }
  },
})

/** Those who came before it took effect: whoever came later read the new one. */
function untold(db: Kysely<For<'rights'>>, versionId: string, after: Place | null) {
  return db
    .selectFrom('person')
    .innerJoin('account', 'account.id', 'person.account_id')
    .innerJoin('policy_version', (join) => join.on('policy_version.id', '=', versionId))
    .select(['person.account_id', 'person.id'])
    .where('person.erased_at', 'is', null)
    .where('account.erased_at', 'is', null)
    .where('person.email', 'is not', null)
    .whereRef('person.created_at', '<', sql`policy_version.effective_on + interval '1 day'`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('policy_notice')
            .select('policy_notice.person_id')
            .whereRef('policy_notice.account_id', '=', 'person.account_id')
            .whereRef('policy_notice.person_id', '=', 'person.id')
            .where('policy_notice.version_id', '=', versionId),
        ),
      ),
    )
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(person.account_id, person.id) > (${after?.accountId}::uuid, ${after?.personId}::uuid)`),
    )
    .orderBy('person.account_id')
    .orderBy('person.id')
    .limit(batch)
    .execute()
}
