import { m } from '../../platform/language/words.ts'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { erasedWords, type Side, type TicketStatus } from '../ticket/ticket.rules.ts'
import type { Who } from '../ticket/ticket.view.ts'

const tones: Record<Side, Record<TicketStatus, Tone>> = {
  client: { open: 'live', waiting_client: 'wait', waiting_us: 'live', closed: 'done' },
  staff: { open: 'wait', waiting_client: 'plain', waiting_us: 'wait', closed: 'done' },
}

const words: Record<Side, Record<TicketStatus, () => string>> = {
  client: {
    open: m.desk_status_open_client,
    waiting_client: m.desk_status_waiting_client_client,
    waiting_us: m.desk_status_waiting_us_client,
    closed: m.desk_status_closed,
  },
  staff: {
    open: m.desk_status_open_staff,
    waiting_client: m.desk_status_waiting_client_staff,
    waiting_us: m.desk_status_waiting_us_staff,
    closed: m.desk_status_closed,
  },
}

/** Whose turn it is, as the reader's side says it. */
export function TicketState({ status, side }: { status: TicketStatus; side: Side }) {
  return <StateWord tone={tones[side][status]}>{words[side][status]()}</StateWord>
}

/** A person whose data is limited or gone has no name here. */
export function nameOf(one: Pick<Who, 'name'>): string {
  return one.name === null || one.name === erasedWords ? m.desk_name_hidden() : one.name
}

export function subjectOf(subject: string): string {
  return subject === erasedWords ? m.desk_words_erased() : subject
}
