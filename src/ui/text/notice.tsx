import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { type Tone, ToneMark, toneText } from './state-word.tsx'

const washes: Record<Tone, string> = {
  plain: 'border-line bg-sunk',
  wait: 'border-amber bg-amber-wash',
  danger: 'border-red bg-red-wash',
  done: 'border-green bg-green-wash',
  live: 'border-accent bg-accent-wash',
}

interface NoticeProps {
  tone?: Tone
  title?: ReactNode
  children?: ReactNode
  action?: ReactNode
  /** Read out at once: for what has just happened or gone wrong. */
  announce?: boolean
}

/** Something to know before going on, where it concerns one. Also says what has just been done; nothing flies past. */
export function Notice({ tone = 'plain', title, children, action, announce = false }: NoticeProps) {
  return (
    <div
      role={announce ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('rounded-r-md border-l-2 px-4 py-3', washes[tone])}
    >
      {title && (
        <p className={classNames('flex items-baseline gap-2 font-semibold', tone !== 'plain' && toneText[tone])}>
          {tone !== 'plain' && <ToneMark tone={tone} />}
          <span>{title}</span>
        </p>
      )}
      {children && <div className={classNames('max-w-prose', Boolean(title) && 'mt-1')}>{children}</div>}
      {action && <div className="mt-3">{action}</div>}
    </div>
  )
}
