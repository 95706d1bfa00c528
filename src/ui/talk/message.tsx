import type { ReactNode } from 'react'
import { fileSize } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { JumpLink } from '../action/jump-link.tsx'
import { PlaceLink } from '../action/place-link.tsx'
import { classNames } from '../class-names.ts'
import { When } from '../text/when.tsx'

export interface Attachment {
  readonly to: string
  readonly name: string
  readonly bytes: number
}

interface MessageProps {
  id: string
  author: ReactNode
  /** Who speaks: the client, the provider's staff, or an internal note among staff. */
  side: 'client' | 'staff' | 'note'
  at: Date | string
  /** "by e-mail", "seen by 2 people" */
  aside?: ReactNode
  files?: readonly Attachment[]
  children: ReactNode
}

/** One message of a conversation. An internal note cannot be mistaken for an answer: ground, rule, word. */
export function Message({ id, author, side, at, aside, files = [], children }: MessageProps) {
  const note = side === 'note'
  return (
    <article
      id={id}
      tabIndex={-1}
      aria-label={note ? m.ui_note() : undefined}
      className={classNames(
        'border-l-2 py-3 pl-4',
        note ? 'note border-amber bg-amber-wash pr-4' : side === 'staff' ? 'border-accent' : 'border-line',
      )}
    >
      {note && <p className="text-small font-semibold text-amber">{m.ui_note_only_staff()}</p>}
      <header className="flex flex-wrap items-baseline gap-x-2.5 text-small text-quiet">
        <span className="text-body font-semibold text-ink">{author}</span>
        <JumpLink id={id} className="hover:underline">
          <When at={at} />
        </JumpLink>
        {aside && <span>{aside}</span>}
      </header>
      <div className="mt-1 max-w-prose whitespace-pre-wrap break-words">{children}</div>
      {files.length > 0 && (
        <ul aria-label={m.ui_attachments()} className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-small">
          {files.map((file) => (
            <li key={file.to}>
              <PlaceLink to={file.to} className="link break-all">
                {file.name}
              </PlaceLink>{' '}
              <span className="text-quiet">{fileSize(file.bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}

/** Messages, oldest first, the newest last. `live`: what comes while the page is open is read out, and what only ages is not. */
export function Conversation({ live = false, children }: { live?: boolean; children: ReactNode }) {
  return (
    <section
      aria-label={m.ui_conversation()}
      {...(live ? { role: 'log', 'aria-relevant': 'additions' } : {})}
      className="grid grid-cols-[minmax(0,1fr)] gap-3"
    >
      {children}
    </section>
  )
}
