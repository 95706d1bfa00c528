import { StateWord } from '../../ui/text/state-word.tsx'
import { type CaseLine, standing, todayIn } from './request-words.ts'

/** How a request stands, in words with a mark. */
export function RequestState({ of }: { of: Pick<CaseLine, 'outcome' | 'identity' | 'dueOn' | 'extendedAt'> }) {
  const { tone, words } = standing(of, todayIn())
  return <StateWord tone={tone}>{words}</StateWord>
}
