import { m } from '../../platform/language/words.ts'
import { When } from '../../ui/text/when.tsx'
import type { TicketChannel } from '../ticket/ticket.rules.ts'

/** By which way a conversation came, where it was not through the desk itself. */
export function ChannelName({ channel }: { channel: TicketChannel }) {
  if (channel === 'desk') return null
  return (
    <span className="font-medium text-ink">{channel === 'chat' ? m.desk_channel_chat() : m.desk_channel_form()}</span>
  )
}

interface ReaderProps {
  channel: TicketChannel
  seenAt: Date | null
  /** Whether an answer can also go to them as a letter. */
  hasAddress: boolean
}

/** How who has no account will see an answer: said before it is written. */
export function Reader({ channel, seenAt, hasAddress }: ReaderProps) {
  if (channel === 'desk') return null
  return (
    <p className="mt-3 pl-4 text-small text-quiet">
      {seenAt && (
        <>
          {m.desk_reader_seen()} <When at={seenAt} />.{' '}
        </>
      )}
      {hasAddress ? m.desk_reader_letter() : m.desk_reader_window_only()}
    </p>
  )
}
