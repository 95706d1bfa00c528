import { sql } from 'kysely'
import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { PurposeTrx } from '../../privacy/map/types.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { type Enqueue, writeOperation } from '../../privacy/operation/operation.ts'
import { findDisclosure, insertLifting, subjectsOf } from './disclosure.queries.ts'
import { tellDisclosure } from './tell-disclosure.ts'

/** The law no longer forbids it: whoever the disclosure is about is told now. */
export const liftSilence = writeOperation({
  name: 'disclosure.lift_silence',
  purpose: 'legal',
  http: 'POST /disclosures/{disclosureId}/lift',
  says: 'Say that the law no longer forbids telling of a disclosure; the persons are told',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({ disclosureId: z.uuid(), why: z.string().trim().min(3).max(500) }),
  output: z.object({ told: z.int() }),
  async run({ trx, actor, input: { disclosureId, why }, enqueue }) {
    const row = await findDisclosure(trx, disclosureId)
    if (row.telling !== 'forbidden') throw new Conflict('not_forbidden', m.registers_disclosure_not_forbidden())
    const isNew = await insertLifting(trx, { disclosureId, why, staffId: actor.staffId })
    if (!isNew) throw new Conflict('lifted', m.registers_disclosure_lifted_already())
    return { told: await tellAll(trx, enqueue, disclosureId) }
  },
})

/** A job of every day: where the day has come until which telling was forbidden, the persons are told. */
export const liftDueSilences = writeOperation({
  name: 'disclosure.lift_due',
  purpose: 'legal',
  who: { system: true },
  input: z.strictObject({}),
  output: z.object({ lifted: z.int() }),
  async run({ trx, now, enqueue }) {
    const due = await trx
      .selectFrom('disclosure')
      .select(['id', 'forbidden_until'])
      .where('telling', '=', 'forbidden')
      .where('forbidden_until', '<', civilDayOf(now))
      .where(sql<boolean>`not exists (select from disclosure_lifting l where l.disclosure_id = disclosure.id)`)
      .limit(200)
      .execute()
    for (const { id, forbidden_until } of due) {
      await insertLifting(trx, { disclosureId: id, why: forbidden_until ?? '', staffId: null })
      await tellAll(trx, enqueue, id)
    }
    return { lifted: due.length }
  },
})

async function tellAll(trx: PurposeTrx<'legal'>, enqueue: Enqueue, disclosureId: string): Promise<number> {
  const subjects = await subjectsOf(trx, disclosureId)
  for (const { account_id: accountId, person_id: personId } of subjects) {
    await enqueue(tellDisclosure, { disclosureId, accountId, personId }, { key: `${disclosureId} ${personId}` })
  }
  return subjects.length
}
