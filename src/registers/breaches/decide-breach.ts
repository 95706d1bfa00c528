import { z } from 'zod'
import { m } from '../../platform/language/words.ts'
import { Conflict, Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { missingIn } from './breach.form.ts'
import { addBreachStep, lockBreach } from './breach.queries.ts'
import { isLate } from './breach.rules.ts'

/**
 * Notes that the authority was told: when, under which number, and after 72 hours why not before (Art. 33(1)). Also of one that
 * was left without: what comes to be known later may show a risk after all.
 */
export const notifyBreach = writeOperation({
  name: 'breach.notify',
  purpose: 'legal',
  http: 'POST /breaches/{breachId}/notify',
  says: 'Note that the supervisory authority was notified; after 72 hours with the reason for the delay',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    breachId: z.uuid(),
    notifiedAt: z.iso.datetime({ offset: true }),
    reference: z.string().trim().min(1).max(200),
    lateWhy: z.string().trim().max(2000).nullable(),
  }),
  output: z.object({}),
  async run({ trx, actor, input: { breachId, notifiedAt, reference, lateWhy }, now }) {
    const row = await lockBreach(trx, breachId)
    if (row.outcome === 'notified') throw new Conflict('decided', m.registers_breach_decided())
    const at = new Date(notifiedAt)
    const faults: Record<string, string> = {}
    if (at.getTime() > now.getTime() || at.getTime() < row.discovered_at.getTime()) {
      faults.notifiedAt = m.registers_expect_since_discovery()
    }
    if (isLate(row.discovered_at, at) && !lateWhy) faults.lateWhy = m.registers_expect_late_why()
    for (const field of missingIn(row.form)) faults[`form.${field}`] = m.registers_expect_in_form()
    if (Object.keys(faults).length > 0) throw new Invalid(faults)
    await trx
      .updateTable('breach')
      .set({ outcome: 'notified', outcome_why: lateWhy, reference, decided_at: at, decided_by: actor.staffId })
      .where('id', '=', breachId)
      .execute()
    await addBreachStep(trx, { breachId, kind: 'notified', why: reference, form: row.form, staffId: actor.staffId })
    return {}
  },
})

/** Decides that the authority need not be told, as no risk to people is likely. The reason stays (Art. 33(1), 33(5)). */
export const leaveBreach = writeOperation({
  name: 'breach.leave',
  purpose: 'legal',
  http: 'POST /breaches/{breachId}/leave',
  says: 'Decide that the authority need not be notified, with the reason',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({ breachId: z.uuid(), why: z.string().trim().min(20).max(2000) }),
  output: z.object({}),
  async run({ trx, actor, input: { breachId, why }, now }) {
    const row = await lockBreach(trx, breachId)
    if (row.outcome) throw new Conflict('decided', m.registers_breach_decided())
    await trx
      .updateTable('breach')
      .set({ outcome: 'not_notified', outcome_why: why, decided_at: now, decided_by: actor.staffId })
      .where('id', '=', breachId)
      .execute()
    await addBreachStep(trx, { breachId, kind: 'not_notified', why, form: row.form, staffId: actor.staffId })
    return {}
  },
})
