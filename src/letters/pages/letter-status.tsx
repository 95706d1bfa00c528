import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { LetterState } from '../letter-state.ts'

/** Where a letter is. */
export function LetterStatus({ status }: { status: LetterState }) {
  if (status === 'queued') return <StateWord tone="wait">{m.letters_status_queued()}</StateWord>
  if (status === 'waiting') return <StateWord tone="danger">{m.letters_status_waiting()}</StateWord>
  if (status === 'sent') return <StateWord tone="done">{m.letters_status_sent()}</StateWord>
  if (status === 'failed') return <StateWord tone="danger">{m.letters_status_failed()}</StateWord>
  return <StateWord>{m.letters_status_captured()}</StateWord>
}
