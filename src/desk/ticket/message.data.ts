import { accountKey, dataMap, key, link, searchIndex, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { conversationUses, searchUses, wordsUses } from '../desk-uses.ts'

/** What the client and the staff say to each other. */
export const messageData = dataMap(
  'message',
  {
    label: { ro: 'Mesaje', en: 'Messages' },
    about: 'author',
    capacity: 'controller',
    retention: 'conversation',
    clock: { with: 'ticket', by: 'ticket_id' },
    uses: conversationUses,
    end: 'anonymise',
    addressed: 'ticket_id',
  },
  {
    account_id: accountKey(),
    id: key(),
    ticket_id: link('ticket'),
    author: link('person', { optional: true }),
    author_staff: uuid({ optional: true }),
    sending_id: uuid({ optional: true, export: 'no' }),
    body: text({
      label: { ro: 'Mesajul', en: 'Message' },
      category: 'communication',
      uses: wordsUses,
      end: 'anonymise',
    }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Scris la', en: 'Written at' } }),
    search: searchIndex({
      generated: true,
      label: { ro: 'Cuvintele mesajului', en: 'Words of the message' },
      category: 'communication',
      uses: searchUses,
      export: 'no',
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    message: typeof messageData
  }
}
