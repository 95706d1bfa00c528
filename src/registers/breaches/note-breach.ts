import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { type BreachForm, breachForm } from './breach.form.ts'
import { addBreachStep, discoveryOf, formJson, lockBreach } from './breach.queries.ts'

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
  faults: async ({ given, now }) => faultsIn(knownOf(given.form), discovered.safeParse(given.discoveredAt).data, now),
  async run({ trx, actor, input: { discoveredAt, form }, now }) {
    refuse(faultsIn(form, discoveredAt, now))
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
  async faults({ db, given, now }) {
    const breachId = z.uuid().safeParse(given.breachId).data
    const discoveredAt = breachId ? await discoveryOf(db, breachId) : undefined
    return faultsIn(knownOf(given.form), discoveredAt?.toISOString(), now)
  },
  async run({ trx, actor, input: { breachId, form }, now }) {
    const row = await lockBreach(trx, breachId)
    refuse(faultsIn(form, row.discovered_at.toISOString(), now))
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
function refuse(faults: Record<string, string>): void {
  if (Object.keys(faults).length > 0) throw new Invalid(faults)
}

/** Of a form that is faulty in places, what can be read. */
function knownOf(given: unknown): Partial<BreachForm> {
  const form = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {}
  const read = Object.entries(breachForm.shape).map(([name, field]) => [name, field.safeParse(form[name]).data])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

/** What each field may be and all of them together may not. Moments as they were told. */
function faultsIn(form: Partial<BreachForm>, discoveredAt: string | undefined, now: Date): Record<string, string> {
  const at = (moment: string | null | undefined) => (moment ? Date.parse(moment) : undefined)
  const [found, from, until] = [at(discoveredAt), at(form.happenedFrom), at(form.happenedUntil)]
  const faults: Record<string, string> = {}
  if (found !== undefined && found > now.getTime()) faults.discoveredAt = m.registers_expect_not_future()
  if (from !== undefined && found !== undefined && from > found) {
    faults['form.happenedFrom'] = m.registers_expect_before_discovery()
  }
  if (from !== undefined && until !== undefined && until < from) {
    faults['form.happenedUntil'] = m.registers_expect_after_begin()
  }
  if (form.categories?.some((category) => !(category in policy.categories))) {
    faults['form.categories'] = m.ui_expect_one_of_the_choices()
  }
  if (form.contactEmail && !z.regexes.email.test(form.contactEmail)) {
    faults['form.contactEmail'] = m.ui_expect_email()
  }
  return faults
}
