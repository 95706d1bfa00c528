import { Fragment, type ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../action/place-link.tsx'

/** The room that an ordinary page takes. Pages that fill the window (the inbox, a session) leave it out. */
export function Page({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-page px-4 pt-5 pb-16 sm:px-6 lg:px-8 lg:pt-8">{children}</div>
}

interface PageHeaderProps {
  /** Where am I: the places above this one. */
  trail?: readonly { readonly to: string; readonly words: ReactNode }[]
  title: ReactNode
  /** What is the state: a <StateWord> and a time. */
  state?: ReactNode
  /** What can I do next: one button. */
  action?: ReactNode
  /** For the window's title and history. Defaults to `title` when that is text. */
  windowTitle?: string
}

/** Answers without scrolling: where am I, what is the state, what can I do next. */
export function PageHeader({ trail = [], title, state, action, windowTitle }: PageHeaderProps) {
  const name = windowTitle ?? (typeof title === 'string' ? title : undefined)
  const long = typeof title === 'string' && title.length > 70
  return (
    <header className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
      {name && <title>{`${name} · Zavor`}</title>}
      <div className="min-w-0">
        {trail.length > 0 && (
          <nav aria-label={m.ui_you_are_here()} className="mb-1 text-small text-quiet">
            {trail.map((place, index) => (
              <Fragment key={place.to}>
                <TextLink to={place.to}>{place.words}</TextLink>
                {index < trail.length - 1 && <span aria-hidden="true"> / </span>}
              </Fragment>
            ))}
          </nav>
        )}
        <h1 className={`max-w-prose break-words ${long ? 'text-lead lg:text-title' : 'text-title lg:text-display'}`}>
          {title}
        </h1>
        {state && <div className="mt-1.5 flex flex-wrap items-baseline gap-x-3 text-quiet">{state}</div>}
      </div>
      {action && <div className="flex flex-wrap gap-2">{action}</div>}
    </header>
  )
}

interface SectionProps {
  id?: string
  title: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ id, title, aside, children }: SectionProps) {
  return (
    <section id={id} className="mt-10 first:mt-0 [.grid>&]:mt-0">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lead">{title}</h2>
        {aside && <div className="text-small text-quiet">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
