import {
  accountKey,
  dataMap,
  int,
  key,
  link,
  oneOf,
  searchIndex,
  text,
  timestamp,
  uuid,
} from '../../privacy/map/columns.ts'
import { searchUses, subjectUses, ticketUses } from '../desk-uses.ts'
import { ticketChannels, ticketStatuses } from './ticket.rules.ts'

export const ticketData = dataMap(
  'ticket',
  {
    label: { ro: 'Tichete', en: 'Tickets' },
    about: 'opened_by',
    capacity: 'controller',
    retention: 'conversation',
    clock: { at: 'closed_at' },
    uses: ticketUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    number: int({ defaulted: true, label: { ro: 'Numărul', en: 'Number' } }),
    opened_by: link('person', { optional: true }),
    opened_by_staff: uuid({ optional: true }),
    subject: text({
      label: { ro: 'Subiectul', en: 'Subject' },
      category: 'communication',
      uses: subjectUses,
      end: 'anonymise',
    }),
    status: oneOf(ticketStatuses, { label: { ro: 'Starea', en: 'State' } }),
    status_at: timestamp({ defaulted: true }),
    closed_at: timestamp({ optional: true, label: { ro: 'Închis la', en: 'Closed at' } }),
    assigned_to: uuid({ optional: true }),
    assigned_at: timestamp({ optional: true }),
    order_id: link('order', { optional: true }),
    channel: oneOf(ticketChannels, { defaulted: true, label: { ro: 'Pe ce cale a venit', en: 'How it came' } }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Deschis la', en: 'Opened at' } }),
    last_activity_at: timestamp({ defaulted: true }),
    search: searchIndex({
      generated: true,
      label: { ro: 'Cuvintele subiectului', en: 'Words of the subject' },
      category: 'communication',
      uses: searchUses,
      export: 'no',
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    ticket: typeof ticketData
  }
}
