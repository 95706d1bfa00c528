import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { releaseLetters } from '../../letters/letters.facade.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { refuseFaults } from './entry.input.ts'
import { closeGate } from './gate.ts'
import { addStep, entryOf, lockEntry } from './processor.queries.ts'
import { unready } from './processor.rules.ts'
import { groundFor } from './save-processor.ts'

const one = z.strictObject({ processorId: z.uuid() })

/** From now on data may go to this company. What waited for it goes. */
export const enableProcessor = writeOperation({
  name: 'processor.enable',
  purpose: 'legal',
  http: 'POST /processors/{processorId}/enable',
  says: 'Let data go to a company whose entry is complete',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: one,
  output: z.object({}),
  async run({ trx, actor, input: { processorId }, now, enqueue }) {
    const row = await lockEntry(trx, processorId)
    if (row.enabled_at) throw new Conflict('enabled', m.registers_processor_enabled_already())
    const entry = entryOf(row)
    refuseFaults(unready(policy, entry, await groundFor(trx, entry), civilDayOf(now)))
    await onlyOneCarrier(trx, row.recipient)
    await trx
      .updateTable('processor')
      .set({ enabled_at: now, enabled_by: actor.staffId, disabled_at: null, disabled_by: null })
      .where('id', '=', processorId)
      .execute()
    await addStep(trx, { processorId, kind: 'enabled', entry, staffId: actor.staffId })
    await enqueue(releaseLetters, {}, { key: 'all' })
    return {}
  },
})

/** From now on nothing goes to this company. When this answers, nothing is on its way either. */
export const disableProcessor = writeOperation({
  name: 'processor.disable',
  purpose: 'legal',
  http: 'POST /processors/{processorId}/disable',
  says: 'Send nothing more to a company; what would go waits',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ processorId: z.uuid(), why: z.string().trim().min(3).max(500) }),
  output: z.object({}),
  async run({ trx, actor, input: { processorId, why }, now }) {
    const row = await lockEntry(trx, processorId)
    if (!row.enabled_at) throw new Conflict('not_enabled', m.registers_processor_not_enabled())
    await closeGate(trx, [row.recipient])
    await trx
      .updateTable('processor')
      .set({ enabled_at: null, enabled_by: null, disabled_at: now, disabled_by: actor.staffId })
      .where('id', '=', processorId)
      .execute()
    await addStep(trx, { processorId, kind: 'disabled', why, entry: entryOf(row), staffId: actor.staffId })
    return {}
  },
})

type Trx = Parameters<typeof lockEntry>[0]

/** Letters leave through one server, and backups to one store: of two companies nobody could say which had what. */
async function onlyOneCarrier(trx: Trx, recipient: string): Promise<void> {
  const says = { mail: m.registers_processor_one_mail, backup_store: m.registers_processor_one_backup_store }[recipient]
  if (!says) return
  const other = await trx
    .selectFrom('processor')
    .select('name')
    .where('recipient', '=', recipient)
    .where('enabled_at', 'is not', null)
    .executeTakeFirst()
  if (other) throw new Conflict(`one_${recipient}_company`, says({ name: other.name ?? '' }))
}
