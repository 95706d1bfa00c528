import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { getLocale, m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Button } from '../../ui/action/button.tsx'
import { useFormState } from '../../ui/form/form-state.ts'
import type { suggestArticles } from '../article/suggest-articles.ts'

export type Suggested = OutputOf<typeof suggestArticles>

/** How long a pause in typing is, in milliseconds: no request while somebody is at it. */
const pause = 700
/** A subject shorter than this says too little. */
const enough = 6

/**
 * Below the subject of a ticket: articles that may answer it. With script they come when the typing pauses, without a word
 * until there are any; without script a button asks for them, and everything typed stays. Links open beside the form.
 */
export function SuggestedArticles({ given }: { given: Suggested | undefined }) {
  const { id } = useFormState()
  const live = useSyncExternalStore(
    () => () => undefined,
    () => true,
    () => false,
  )
  const [found, setFound] = useState(given)
  const asked = useRef('')
  useEffect(() => setFound(given), [given])
  useEffect(() => {
    const field = document.querySelector<HTMLInputElement>(`#${id} [name=subject]`)
    if (!field) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let leaving: AbortController | undefined
    const look = async () => {
      const subject = field.value.trim()
      if (subject === asked.current) return
      asked.current = subject
      leaving?.abort()
      if (subject.length < enough) return setFound(undefined)
      leaving = new AbortController()
      const answer = await ask(subject, leaving.signal)
      if (answer) setFound(answer)
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pause)
    }
    field.addEventListener('input', later)
    return () => {
      field.removeEventListener('input', later)
      clearTimeout(timer)
      leaving?.abort()
    }
  }, [id])
  const count = (found?.own.length ?? 0) + (found?.open.length ?? 0)
  return (
    <div className="-mt-3 empty:hidden">
      <p role="status" className="sr-only">
        {live && count > 0 && m.desk_suggested_count({ count })}
      </p>
      {count > 0 && found && <List found={found} />}
      {!live && count === 0 && found && <p className="text-small text-quiet">{m.desk_suggested_none()}</p>}
      {!live && (
        <Button look="plain" small name="look" value="1" className="mt-1 -ml-2">
          {m.desk_suggested_look()}
        </Button>
      )}
    </div>
  )
}

function List({ found }: { found: Suggested }) {
  const lines = [
    ...found.own.map((one) => ({ ...one, to: `/desk/articles/${one.id}` })),
    ...found.open.map((one) => ({ ...one, to: `/${getLocale()}/articles/${one.slug}` })),
  ]
  return (
    <section aria-labelledby="suggested" className="max-w-[34rem] border-l-2 border-accent pl-3">
      <h2 id="suggested" className="text-small font-medium tracking-normal">
        {m.desk_suggested_title()}
      </h2>
      <ul>
        {lines.map(({ to, title, lead }) => (
          <li key={to} className="py-1">
            <a href={to} target="_blank" rel="noopener" className="link break-words">
              {title}
              <span className="sr-only"> ({m.desk_opens_beside()})</span>
            </a>
            <span className="line-clamp-2 break-words text-small text-quiet">{lead}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Null when it cannot be found out now: nobody who writes a ticket is to hear of that. */
async function ask(subject: string, signal: AbortSignal): Promise<Suggested | null> {
  try {
    const answer = await fetch('/desk/articles/suggested', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ subject }),
      redirect: 'error',
      signal,
    })
    return answer.ok ? ((await answer.json()) as Suggested) : null
  } catch {
    return null
  }
}
