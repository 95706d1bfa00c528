import { useEffect, useRef } from 'react'

/**
 * Says once for each newest answer that it stood before somebody's eyes: what this ref is given to is on the screen, in a
 * window that is looked at. Where that cannot be said, the answer goes as a letter as well, and nothing is lost.
 */
export function useSeen(answerId: string | undefined, to: string) {
  const end = useRef<HTMLDivElement>(null)
  const said = useRef<string | undefined>(undefined)
  useEffect(() => {
    const mark = end.current
    if (!mark || answerId === undefined || said.current === answerId) return
    const say = () => {
      if (document.visibilityState !== 'visible' || said.current === answerId) return
      said.current = answerId
      fetch(to, { method: 'POST' }).catch(() => {
        said.current = undefined
      })
    }
    const watch = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) say()
    })
    const look = () => {
      watch.unobserve(mark)
      watch.observe(mark)
    }
    watch.observe(mark)
    document.addEventListener('visibilitychange', look)
    return () => {
      watch.disconnect()
      document.removeEventListener('visibilitychange', look)
    }
  }, [answerId, to])
  return end
}
