import type { ReactNode } from 'react'

interface ThreePaneProps {
  /** Which pane a phone shows; the others are one step back. */
  shown: 'queues' | 'list' | 'item'
  queues: ReactNode
  list: ReactNode
  item: ReactNode
  labels: { queues: string; list: string; item: string }
}

/** Queues, the list of one, and what is open: side by side where there is room, one at a time on a phone. */
export function ThreePane({ shown, queues, list, item, labels }: ThreePaneProps) {
  return (
    <div className="three-pane" data-shown={shown}>
      <section aria-label={labels.queues} data-pane="queues">
        {queues}
      </section>
      <section aria-label={labels.list} data-pane="list">
        {list}
      </section>
      <section aria-label={labels.item} data-pane="item">
        {item}
      </section>
    </div>
  )
}
