/**
 * The demonstration's registers, filled in as its owner would: which companies host it and carry its mail, and each measure
 * looked at once. What was done by a start that was killed half-way is passed over by the next.
 */
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { StaffActor } from '../../privacy/operation/actor.ts'
import { declareMeasures } from '../../registers/measures/declare-measures.ts'
import { listMeasures } from '../../registers/measures/list-measures.ts'
import { checkMeasure } from '../../registers/measures/save-measure.ts'
import { declareRecipients } from '../../registers/processors/declare-recipients.ts'
import { enableProcessor } from '../../registers/processors/enable-processor.ts'
import { listRecipients } from '../../registers/processors/list-recipients.ts'
import { changeProcessor } from '../../registers/processors/save-processor.ts'
import type { Desk } from '../desk.ts'
import { callAs } from './demo-caller.ts'

const companies: Readonly<Record<string, string>> = { hosting: 'Gazda Exemplu SRL', mail: 'Poșta Exemplu SRL' }
const contract = { contractKind: 'agreement', contractReference: 'DPA 12/2026', contractOn: '2026-01-15' } as const

export async function layDownRegisters(desk: Desk, owner: StaffActor): Promise<void> {
  const call = callAs(desk, { ...owner, freshAt: new Date() })
  for (const job of [declareRecipients, declareMeasures]) await desk.runJob(job.name, {})
  const { roles } = await call(listRecipients, {})
  for (const { recipient, isOpen, entries } of roles) {
    const [draft] = entries.filter(({ state }) => state === 'draft')
    const name = companies[recipient]
    if (isOpen || !draft || !name) continue
    const { id: processorId, country, purposes, categories, groundId } = draft
    const entry = { recipient, name, country, purposes, categories, groundId, ...contract }
    if (draft.name === null) await call(changeProcessor, { processorId, ...entry })
    await call(enableProcessor, { processorId })
  }
  const { measures } = await call(listMeasures, {})
  for (const { id: measureId } of measures.filter(({ checkedOn }) => checkedOn === null)) {
    const found = 'Verificare de exemplu, pentru demonstrație.'
    await call(checkMeasure, { measureId, outcome: 'kept', found, checkedOn: civilDayOf(new Date()) })
  }
}
