import { useEffect, useMemo, useState } from 'react'
import { useNavigation, useRevalidator } from 'react-router'
import { followNews, inBrowser, type NewsState } from './follow-news.ts'
import { makeLooking } from './look-again.ts'

/** However much happens, a page is read anew at most once in this many milliseconds. */
const GAP = 800

/**
 * Reads the page's data anew when `url` tells that there is something new, and when somebody comes back to the page. While
 * nobody tells, it looks by itself every `fallbackSeconds`. Draw forms with `useAnswer`, or what they came back with is gone.
 * @param url a stream of events called `news`; null: nothing is followed
 * @param whileHidden also while nobody sees the page; each look is then an entry in the access log, day and night
 */
export function useNews(
  url: string | null,
  fallbackSeconds: number,
  { whileHidden = false }: { whileHidden?: boolean } = {},
): NewsState {
  const { revalidate } = useRevalidator()
  const { state: going } = useNavigation()
  const [state, say] = useState<NewsState>('off')
  const looking = useMemo(() => makeLooking(revalidate, GAP), [revalidate])

  useEffect(() => {
    looking.setBusy(going !== 'idle')
  }, [looking, going])

  useEffect(() => {
    if (url === null) return
    const fallback = fallbackSeconds * 1_000
    const end = followNews({ url, fallback, whileHidden, look: looking.ask, say }, inBrowser)
    return () => {
      end()
      looking.stop()
      say('off')
    }
  }, [url, fallbackSeconds, whileHidden, looking])

  return state
}
