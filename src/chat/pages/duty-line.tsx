import { useEffect, useState } from 'react'
import { writerField } from '../../platform/http/kept-place.ts'
import { m } from '../../platform/language/words.ts'
import { PlaceLink } from '../../ui/action/place-link.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { keepEvery } from '../chat.rules.ts'

interface Duty {
  readonly isMine: boolean
  readonly waiting: number
}

/**
 * In the frame of the staff's pages: whether one is at the chat, and who waits. While a page is open, it keeps one there.
 * @param writer who the page was made for
 */
export function DutyLine({ duty, writer }: { duty: Duty; writer: string }) {
  const { isMine, waiting } = useKept(duty, writer)
  return (
    <PlaceLink
      to="/staff/chat"
      className="grid gap-0.5 rounded-md px-2.5 py-1.5 text-small text-ink no-underline hover:bg-accent-wash"
    >
      <StateWord tone={isMine ? 'live' : 'plain'}>{isMine ? m.chat_duty_here() : m.chat_duty_not_here()}</StateWord>
      {waiting > 0 && <span className="text-amber">{m.chat_duty_waiting({ count: waiting })}</span>}
    </PlaceLink>
  )
}

/** As the page says it, until it was kept up and answered; what another page has ended is kept up no more. */
function useKept(duty: Duty, writer: string): Duty {
  const [kept, setKept] = useState(duty)
  useEffect(() => {
    setKept(duty)
    if (!duty.isMine) return
    const leaving = new AbortController()
    const timer = setInterval(() => {
      const body = new URLSearchParams({ [writerField]: writer })
      fetch('/staff/chat/keep', { method: 'POST', body, signal: leaving.signal })
        .then(async (answer) => {
          if (!answer.ok) return
          const { mine, waiting } = (await answer.json()) as { mine: boolean; waiting: number }
          if (!mine) clearInterval(timer)
          setKept({ isMine: mine, waiting })
        })
        // A connection that is lost for a while is tried again at the next turn.
        .catch(() => {})
    }, keepEvery)
    return () => {
      clearInterval(timer)
      leaving.abort()
    }
  }, [duty, writer])
  return kept
}
