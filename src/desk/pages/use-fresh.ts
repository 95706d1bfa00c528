import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

/** Reads the page's data anew every so often while somebody looks at it, and when they come back to it. */
export function useFresh(seconds: number): void {
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible' && state === 'idle') void revalidate()
    }
    const timer = setInterval(look, seconds * 1_000)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [revalidate, seconds, state])
}
