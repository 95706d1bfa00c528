import { useSearchParams } from 'react-router'
import { m } from '../../platform/language/words.ts'
import { Notice } from '../../ui/text/notice.tsx'

const told: Record<string, () => string> = {
  asked: m.access_done_asked,
  given: m.access_done_given,
  refused: m.access_done_refused,
  withdrawn: m.access_done_withdrawn,
  approved: m.access_done_approved,
  denied: m.access_done_denied,
  ended: m.access_done_ended,
  lease: m.access_done_lease,
  rule: m.access_done_rule,
  target: m.access_done_target,
  taken_back: m.access_done_taken_back,
}

/** What the page before has just done, from `?done=…`. */
export function DoneNotice() {
  const words = told[useSearchParams()[0].get('done') ?? '']
  if (!words) return null
  return (
    <div className="mb-6">
      <Notice tone="done" announce title={words()} />
    </div>
  )
}
