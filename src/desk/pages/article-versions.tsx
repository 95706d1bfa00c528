import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

interface Line {
  readonly revision: number
  readonly title: string
  readonly at: Date
  readonly by: string
}

interface ArticleVersionsProps {
  trail: readonly { readonly to: string; readonly words: string }[]
  versions: readonly Line[]
  next: string | null
  /** Further on than the first page. */
  below: string | null
  /** The newest save of all; null while it is on another page of the list. */
  current: number | null
  /** The one that is read, above the list. */
  chosen: (Line & { readonly text: ReactNode }) | null
  /** Where its words are taken back into the form; null for who may not. */
  takeBack: string | null
}

/** Every save of an article, the newest first; one of them to be read, and taken back. */
export function ArticleVersions(props: ArticleVersionsProps) {
  const { trail, versions, next, below, current, chosen, takeBack } = props
  const words = (line: Line) => (
    <>
      {line.by} · <When at={line.at} exact />
    </>
  )
  return (
    <Page>
      <PageHeader
        trail={trail}
        title={m.desk_article_versions()}
        state={<span className="max-w-prose">{m.desk_article_versions_intro()}</span>}
      />
      {chosen && (
        <Section title={m.desk_article_version({ number: chosen.revision })} aside={words(chosen)}>
          <p className="mb-4 max-w-prose break-words text-lead font-medium">{chosen.title}</p>
          {chosen.text}
          {takeBack && chosen.revision !== current && (
            <div className="mt-6">
              <LinkButton to={takeBack}>{m.desk_article_take_back()}</LinkButton>
              <p className="mt-2 max-w-prose text-small text-quiet">{m.desk_article_take_back_why()}</p>
            </div>
          )}
        </Section>
      )}
      <Section title={m.desk_article_versions_all()}>
        <ol className="border-t border-line" reversed>
          {versions.map((line) => (
            <li key={line.revision} className="border-b border-line py-3">
              <p className="flex flex-wrap items-baseline gap-x-3 font-medium">
                <TextLink
                  to={`?version=${line.revision}${below ? `&below=${below}` : ''}`}
                  aria-current={line.revision === chosen?.revision ? 'true' : undefined}
                >
                  {m.desk_article_version({ number: line.revision })}
                </TextLink>
                {line.revision === current && <StateWord tone="live">{m.desk_article_version_now()}</StateWord>}
              </p>
              <p className="max-w-prose break-words">{line.title}</p>
              <p className="mt-1 text-small text-quiet">{words(line)}</p>
            </li>
          ))}
        </ol>
      </Section>
      <Pager newer={below ? '?' : null} older={next && `?below=${next}`} />
    </Page>
  )
}

/** What the address of the versions asks for. */
export function askedVersions(request: Request) {
  const asked = new URL(request.url).searchParams
  return { version: asked.get('version'), below: asked.get('below') }
}
