import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'

/** Whether a measure was looked at in time, and found kept. */
export function MeasureState({ state }: { state: 'kept' | 'faulty' | 'overdue' | 'never' | 'ended' }) {
  if (state === 'kept') return <StateWord tone="done">{m.registers_measure_kept()}</StateWord>
  if (state === 'faulty') return <StateWord tone="danger">{m.registers_measure_faulty()}</StateWord>
  if (state === 'overdue') return <StateWord tone="danger">{m.registers_measure_overdue()}</StateWord>
  if (state === 'never') return <StateWord tone="danger">{m.registers_measure_never()}</StateWord>
  return <StateWord>{m.registers_measure_over()}</StateWord>
}
