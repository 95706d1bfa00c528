import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

interface PrivateMarkProps {
  /** Who sees it, or until when: "only staff see this", "ends in 42 min". */
  words: ReactNode
  tone?: 'private' | 'staff'
  children: ReactNode
}

/** Something private, visibly so: a thin rule on its left and the word. */
export function PrivateMark({ words, tone = 'private', children }: PrivateMarkProps) {
  return (
    <section className={classNames('border-l-2 pl-4', tone === 'staff' ? 'border-amber' : 'border-accent')}>
      <p className={classNames('text-small font-medium', tone === 'staff' ? 'text-amber' : 'text-accent')}>{words}</p>
      <div className="mt-1">{children}</div>
    </section>
  )
}
