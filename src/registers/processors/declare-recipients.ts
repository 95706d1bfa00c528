import { sql } from 'kysely'
import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { addStep, valuesOf } from './processor.queries.ts'
import { type Entry, isInEea, purposesOfRole } from './processor.rules.ts'

/** The day from which the Regulation holds: inside the EEA data moves on it alone (Art. 1(3)). */
const regulationHolds = '2018-05-25'

/**
 * A job at each start: for a role of the policy that nobody ever filled it enters what the policy says of it, without the
 * company and its contract, which only the provider knows. Such an entry is not enabled: nothing goes to it.
 */
export const declareRecipients = writeOperation({
  name: 'processor.declare',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ declared: z.int() }),
  async run({ trx, tools, now }) {
    await sql`select pg_advisory_xact_lock(hashtext('zavor declared recipients'))`.execute(trx)
    const provider = await trx.selectFrom('provider').select('language').executeTakeFirst()
    if (!provider) return { declared: 0 }
    const known = new Set((await trx.selectFrom('processor').select('recipient').execute()).map((row) => row.recipient))
    const shape: PolicyShape = policy
    const roles = Object.entries(shape.recipients).filter(
      ([name, { role }]) => role === 'processor' && !known.has(name),
    )
    for (const [recipient, { country }] of roles) {
      const purposes = purposesOfRole(policy, recipient)
      const entry: Entry = {
        recipient,
        name: null,
        country,
        purposes,
        categories: categoriesOf(purposes, tools.runningPolicy.machine.uses),
        groundId: isInEea(country) ? await eeaGround(trx, provider.language) : null,
        contractKind: null,
        contractReference: null,
        contractOn: null,
      }
      const processorId = newId()
      await trx
        .insertInto('processor')
        .values({ id: processorId, ...valuesOf(entry), entered_at: now })
        .execute()
      await addStep(trx, { processorId, kind: 'entered', entry, staffId: null })
    }
    return { declared: roles.length }
  },
})

/** The kinds of data that these purposes really use, from the data maps. */
function categoriesOf(purposes: readonly string[], uses: Readonly<Record<string, readonly string[]>>): string[] {
  const used = new Set(purposes.flatMap((purpose) => uses[purpose] ?? []))
  return Object.keys(policy.categories).filter((category) => used.has(category))
}

async function eeaGround(trx: PurposeTrx<'legal'>, language: 'ro' | 'en'): Promise<string> {
  const known = await trx.selectFrom('transfer_ground').select('id').where('kind', '=', 'eea').executeTakeFirst()
  if (known) return known.id
  const id = newId()
  const name = m.registers_ground_eea_name({}, { locale: language })
  await trx
    .insertInto('transfer_ground')
    .values({ id, kind: 'eea', name, valid_on: regulationHolds, review_on: null })
    .execute()
  await addStep(trx, { groundId: id, kind: 'entered', staffId: null })
  return id
}
