import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { problemOf } from '../../platform/http/problem.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Notice } from '../../ui/text/notice.tsx'

const again = 5_000

/** What went wrong, in the window. Where the fault is ours it looks again by itself, and goes on where the conversation was. */
export function ChatTrouble({ error }: { error: unknown }) {
  const problem = problemOf(error)
  const isOurs = problem === null || problem.status >= 500
  const { revalidate } = useRevalidator()
  useEffect(() => {
    if (!isOurs) return
    const timer = setInterval(() => void revalidate(), again)
    return () => clearInterval(timer)
  }, [isOurs, revalidate])
  return (
    <main id="content" tabIndex={-1} aria-label={m.chat_title()} className="mx-auto max-w-[46rem] p-4 outline-none">
      <title>{m.chat_title()}</title>
      <Notice tone="wait" announce title={m.chat_trouble()}>
        {problem && !isOurs ? problem.words : m.chat_trouble_text()}
      </Notice>
      <p className="mt-4">
        <LinkButton to={`/${getLocale()}/chat`} target="_self" look="quiet">
          {m.chat_trouble_again()}
        </LinkButton>
      </p>
    </main>
  )
}
