import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { type BreachForm, breachForm } from './breach.form.ts'
import { addBreachStep, formJson, lockBreach } from './breach.queries.ts'

const discovered = z.iso.datetime({ offset: true })

/** Begins the clock of a breach: nothing but when it was discovered and what is known by then is needed. */
export const noteBreach = writeOperation({
  name: 'breach.note',
  purpose: 'legal',
  http: 'POST /breaches',
  says: 'Note a personal data breach; the clock of 72 hours runs from its discovery',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ discoveredAt: discovered, form: breachForm }),
  output: z.object({ breachId: z.uuid() }),
  async run({ trx, actor, input: { discoveredAt, form }, now }) {
    refuseFaults(form, new Date(discoveredAt), now)
    const breachId = newId()
    await trx
      .insertInto('breach')
      .values({
        id: breachId,
        discovered_at: new Date(discoveredAt),
        form: formJson(form),
        noted_at: now,
        noted_by: actor.staffId,
      })
      .execute()
    await addBreachStep(trx, { breachId, kind: 'noted', form, staffId: actor.staffId })
    return { breachId }
  },
})

/** Completes what is known. After the authority was told, what is added is a supplement. When it was discovered stays. */
export const changeBreach = writeOperation({
  name: 'breach.change',
  purpose: 'legal',
  http: 'PUT /breaches/{breachId}',
  says: 'Complete what is known of a breach; after it was notified this is a supplement',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ breachId: z.uuid(), form: breachForm }),
  output: z.object({}),
  async run({ trx, actor, input: { breachId, form }, now }) {
    const row = await lockBreach(trx, breachId)
    refuseFaults(form, row.discovered_at, now)
    await trx
      .updateTable('breach')
      .set({ form: formJson(form) })
      .where('id', '=', breachId)
      .execute()
    const kind = row.outcome === 'notified' ? ('supplemented' as const) : ('changed' as const)
    await addBreachStep(trx, { breachId, kind, form, staffId: actor.staffId })
    return {}
  },
})

/** @throws Invalid naming each field */
function refuseFaults(form: BreachForm, discoveredAt: Date, now: Date): void {
  const faults: Record<string, string> = {}
  if (discoveredAt.getTime() > now.getTime()) faults.discoveredAt = m.registers_expect_not_future()
  const from = form.happenedFrom === null ? null : new Date(form.happenedFrom)
  const until = form.happenedUntil === null ? null : new Date(form.happenedUntil)
  if (from && from.getTime() > discoveredAt.getTime())
    faults['form.happenedFrom'] = m.registers_expect_before_discovery()
  if (from && until && until.getTime() < from.getTime()) faults['form.happenedUntil'] = m.registers_expect_after_begin()
  if (form.categories.some((category) => !(category in policy.categories))) {
    faults['form.categories'] = m.registers_expect_declared()
  }
  if (form.contactEmail !== '' && !z.regexes.email.test(form.contactEmail)) {
    faults['form.contactEmail'] = m.ui_expect_email()
  }
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}
