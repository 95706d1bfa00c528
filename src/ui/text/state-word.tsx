import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

/** `plain`: nothing to do. `wait`: someone must act. `danger`: overdue, refused, failed. `done`. `live`: going on now. */
export type Tone = 'plain' | 'wait' | 'danger' | 'done' | 'live'

export const toneText: Record<Tone, string> = {
  plain: 'text-quiet',
  wait: 'text-amber',
  danger: 'text-red',
  done: 'text-green',
  live: 'text-accent',
}

/** The shape says the same as the colour. */
const shapes: Record<Tone, ReactNode> = {
  plain: <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  wait: (
    <>
      <circle cx="6" cy="6" r="4" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M6 2a4 4 0 0 1 0 8Z" fill="currentColor" />
    </>
  ),
  danger: <path d="M6 1.2 11.3 10.6H.7Z" fill="currentColor" />,
  done: <path d="m1.8 6.4 2.9 2.9 5.5-6.2" fill="none" stroke="currentColor" strokeWidth="1.8" />,
  live: <circle cx="6" cy="6" r="4.75" fill="currentColor" />,
}

export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 12 12" className="size-[0.72em] shrink-0" aria-hidden="true">
      {shapes[tone]}
    </svg>
  )
}

/** The state of something, in a word or two. */
export function StateWord({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={classNames('state-word inline-flex items-baseline gap-1.5 font-medium', toneText[tone])}>
      <ToneMark tone={tone} />
      <span>{children}</span>
    </span>
  )
}
