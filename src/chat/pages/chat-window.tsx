import type { ReactNode } from 'react'
import { getLocale, m } from '../../platform/language/words.ts'
import { InWindow } from '../../ui/action/in-window.ts'
import { Mark } from '../../ui/shell/mark.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'

interface ChatWindowProps {
  provider: string
  isSomebodyThere: boolean
  children: ReactNode
}

/** The whole page, by itself or as a window in another: who is on the other side, and whether somebody is there. */
export function ChatWindow({ provider, isSomebodyThere, children }: ChatWindowProps) {
  return (
    <main
      id="content"
      tabIndex={-1}
      aria-label={m.chat_title()}
      className="mx-auto flex h-dvh low:h-auto low:min-h-dvh max-w-[46rem] flex-col outline-none"
    >
      <div className="border-b border-line px-4 py-3">
        <h1 className="text-lead">
          <a
            href={`/${getLocale()}`}
            target="_top"
            className="flex items-center gap-2 text-ink no-underline hover:underline"
          >
            <Mark className="size-5 shrink-0 text-accent" />
            <span className="min-w-0 break-words">{m.chat_with({ name: provider })}</span>
          </a>
        </h1>
        <p className="mt-0.5 text-small">
          {isSomebodyThere ? (
            <StateWord tone="live">{m.chat_somebody_there()}</StateWord>
          ) : (
            <StateWord>{m.chat_nobody_there()}</StateWord>
          )}
        </p>
      </div>
      <InWindow value={true}>{children}</InWindow>
    </main>
  )
}
