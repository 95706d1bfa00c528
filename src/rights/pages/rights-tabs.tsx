import { m } from '../../platform/language/words.ts'
import { TabLinks } from '../../ui/list/tab-links.tsx'

interface RightsTabsProps {
  current: 'open' | 'to_tell' | 'closed' | 'erasures'
  open?: number
  toTell?: number
}

/** The lists of the rights desk. */
export function RightsTabs({ current, open, toTell }: RightsTabsProps) {
  const at = '/staff/rights'
  return (
    <div className="mb-2">
      <TabLinks
        label={m.rights_staff_title()}
        items={[
          { to: at, words: m.rights_queue_open(), current: current === 'open', ...(open ? { count: open } : {}) },
          {
            to: `${at}?list=to_tell`,
            words: m.rights_queue_to_tell(),
            current: current === 'to_tell',
            ...(toTell ? { count: toTell } : {}),
          },
          { to: `${at}?list=closed`, words: m.rights_queue_closed(), current: current === 'closed' },
          { to: `${at}/erasures`, words: m.rights_staff_erasures(), current: current === 'erasures' },
        ]}
      />
    </div>
  )
}
