import { useEffect, useRef } from 'react'

/** Brings the end of a conversation into view when another ticket is opened, where it is too long to be seen whole. */
export function useNewest(ticketId: string, entries: number) {
  const end = useRef<HTMLDivElement>(null)
  const shown = useRef('')
  useEffect(() => {
    if (shown.current === ticketId) return
    shown.current = ticketId
    if (entries > 4 && location.hash === '') end.current?.scrollIntoView({ block: 'nearest' })
  }, [ticketId, entries])
  return end
}
