import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { entryFields, refuseFaults } from './entry.input.ts'
import { addStep, groundOf, lockEntry, lockGround, valuesOf } from './processor.queries.ts'
import { type Entry, faultsOf, type Ground } from './processor.rules.ts'

/** Enters who fills a role of the policy. Nothing is sent to it before it is enabled. */
export const addProcessor = writeOperation({
  name: 'processor.add',
  purpose: 'legal',
  http: 'POST /processors',
  says: 'Enter a company that fills a role of the policy; nothing is sent to it before it is enabled',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject(entryFields),
  output: z.object({ processorId: z.uuid() }),
  async run({ trx, actor, input, now }) {
    await mustStand(trx, input, now)
    const processorId = newId()
    await trx
      .insertInto('processor')
      .values({ id: processorId, ...valuesOf(input), entered_at: now, entered_by: actor.staffId })
      .execute()
    await addStep(trx, { processorId, kind: 'entered', entry: input, staffId: actor.staffId })
    return { processorId }
  },
})

/** Changes an entry that is not enabled: what was sent went to what was written then. */
export const changeProcessor = writeOperation({
  name: 'processor.change',
  purpose: 'legal',
  http: 'PUT /processors/{processorId}',
  says: 'Change or complete an entry; one that is enabled is disabled first',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ processorId: z.uuid(), ...entryFields }),
  output: z.object({}),
  async run({ trx, actor, input: { processorId, ...entry }, now }) {
    const row = await lockEntry(trx, processorId)
    if (row.enabled_at) throw new Conflict('enabled', m.registers_processor_is_enabled())
    // Who it was stays with what was sent to it: another role is another entry.
    if (row.recipient !== entry.recipient) throw new Invalid({ recipient: m.registers_expect_same_role() })
    await mustStand(trx, entry, now)
    await trx.updateTable('processor').set(valuesOf(entry)).where('id', '=', processorId).execute()
    await addStep(trx, { processorId, kind: 'changed', entry, staffId: actor.staffId })
    return {}
  },
})

async function mustStand(trx: PurposeTrx<'legal'>, entry: Entry, now: Date): Promise<void> {
  refuseFaults(faultsOf(policy, entry, await groundFor(trx, entry), civilDayOf(now)))
}

/** The ground that an entry rests on, locked; null when none is named. @throws NotFound */
export async function groundFor(trx: PurposeTrx<'legal'>, { groundId }: Entry): Promise<Ground | null> {
  return groundId === null ? null : groundOf(await lockGround(trx, groundId))
}
