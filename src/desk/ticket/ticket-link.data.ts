import { accountKey, dataMap, key, link, text, timestamp } from '../../privacy/map/columns.ts'

/** The way back to a ticket for who has no account. The hash opens nothing by itself. */
export const ticketLinkData = dataMap(
  'ticket_link',
  {
    label: { ro: 'Legături către tichete', en: 'Links to tickets' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'conversation',
    clock: { with: 'ticket', by: 'ticket_id' },
    uses: { support: 'write', self: 'read', rights: 'write' },
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    ticket_id: link('ticket'),
    person_id: link('person'),
    token_hash: text({ uses: { support: 'write', rights: 'write' }, export: 'no' }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Dată la', en: 'Given at' } }),
    seen_at: timestamp({ optional: true, label: { ro: 'Văzută ultima oară la', en: 'Last seen at' } }),
    ended_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    ticket_link: typeof ticketLinkData
  }
}
