import { accountKey, dataMap, key, link, searchIndex, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { noteUses, noteWordsUses, searchUses } from '../desk-uses.ts'

/** What the staff say to one another about a ticket. It is about the work and not about one person. */
export const noteData = dataMap(
  'note',
  {
    label: { ro: 'Note interne', en: 'Internal notes' },
    about: null,
    capacity: 'controller',
    retention: 'conversation',
    clock: { with: 'ticket', by: 'ticket_id' },
    uses: noteUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    ticket_id: link('ticket'),
    author_staff: uuid(),
    sending_id: uuid({ optional: true, export: 'no' }),
    body: text({
      label: { ro: 'Nota', en: 'Note' },
      category: 'communication',
      uses: noteWordsUses,
      end: 'anonymise',
      export: 'no',
      source: { ro: 'echipa furnizorului', en: 'the staff of the provider' },
    }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Scrisă la', en: 'Written at' } }),
    search: searchIndex({
      generated: true,
      label: { ro: 'Cuvintele notei', en: 'Words of the note' },
      category: 'communication',
      uses: searchUses,
      export: 'no',
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    note: typeof noteData
  }
}
