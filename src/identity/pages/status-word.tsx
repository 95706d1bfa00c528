import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'

/** Whether a place was offered, is held, or has ended. */
export function StatusWord({ status }: { status: 'invited' | 'active' | 'ended' }) {
  if (status === 'invited') return <StateWord tone="wait">{m.identity_status_invited()}</StateWord>
  if (status === 'active') return <StateWord tone="done">{m.identity_status_active()}</StateWord>
  return <StateWord>{m.identity_status_ended()}</StateWord>
}
