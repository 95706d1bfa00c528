import type { ReactNode } from 'react'
import { getLocale, m } from '../../platform/language/words.ts'
import { Mark } from '../../ui/shell/mark.tsx'

interface DoorProps {
  /** The provider's name. */
  name: string
  /** Where this page lies, to come back to after a change of language; left out where that would lose what it carries. */
  path?: string | undefined
  title: string
  /** What this page is for, in a sentence or two. */
  lead?: ReactNode
  /** A form with notices beside its fields needs more room. */
  wide?: boolean
  children: ReactNode
}

const others = { ro: ['en', 'English'], en: ['ro', 'Română'] } as const

/** The frame of pages before one is inside: signing in, joining, setting up. */
export function Door({ name, path, title, lead, wide = false, children }: DoorProps) {
  const [language, words] = others[getLocale()]
  const width = wide ? 'max-w-page' : 'max-w-form'
  return (
    <div className="flex min-h-dvh flex-col">
      <header className={`mx-auto flex w-full ${width} items-center gap-3 px-4 pt-6 sm:px-6`}>
        <a
          href={`/${getLocale()}`}
          className="mr-auto flex min-w-0 items-center gap-2.5 font-semibold text-ink no-underline"
        >
          <Mark className="size-6 shrink-0 text-accent" />
          <span className="min-w-0 break-words">{name}</span>
        </a>
        {path && (
          <form method="post" action="/language">
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="to" value={path} />
            <button type="submit" lang={language} className="link py-1 text-small">
              {words}
            </button>
          </form>
        )}
      </header>
      <main
        id="content"
        tabIndex={-1}
        className={`mx-auto w-full ${width} grow px-4 pt-10 pb-16 outline-none sm:px-6 sm:pt-16`}
      >
        <title>{`${title} · ${name}`}</title>
        <h1 className="text-title lg:text-display">{title}</h1>
        {lead && <p className="mt-2 max-w-prose text-quiet">{lead}</p>}
        <div className="mt-8">{children}</div>
      </main>
      <footer className={`mx-auto w-full ${width} px-4 pb-8 text-small sm:px-6`}>
        <a href={`/${getLocale()}/policy`} className="link">
          {m.identity_policy_link()}
        </a>
      </footer>
    </div>
  )
}
