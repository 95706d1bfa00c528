import { m } from '../../platform/language/words.ts'
import type { NewsState } from './follow-news.ts'

/** Says quietly, where what is new would appear, that the server is not reached. Its place is there before its words are. */
export function Lost({ state }: { state: NewsState }) {
  return (
    <p role="status" className="text-small text-amber not-empty:py-2">
      {state === 'lost' && m.ui_connection_lost()}
    </p>
  )
}
