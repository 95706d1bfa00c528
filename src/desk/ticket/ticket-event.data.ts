import { accountKey, dataMap, key, link, oneOf, timestamp, uuid } from '../../privacy/map/columns.ts'
import { conversationUses } from '../desk-uses.ts'
import { ticketEventKinds } from './ticket.rules.ts'

/** What happened to a ticket and who did it. Only added to. */
export const ticketEventData = dataMap(
  'ticket_event',
  {
    label: { ro: 'Mersul tichetelor', en: 'Course of tickets' },
    about: 'by_person',
    capacity: 'controller',
    retention: 'conversation',
    clock: { with: 'ticket', by: 'ticket_id' },
    uses: conversationUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    ticket_id: link('ticket'),
    kind: oneOf(ticketEventKinds, { label: { ro: 'Ce s-a întâmplat', en: 'What happened' } }),
    by_person: link('person', { optional: true }),
    by_staff: uuid({ optional: true }),
    assignee: uuid({ optional: true }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Când', en: 'When' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    ticket_event: typeof ticketEventData
  }
}
