import { accountKey, dataMap, int, key, link, text, timestamp, uuid } from '../../privacy/map/columns.ts'

const uses = {
  support: 'write',
  improvement: 'read',
  legal: 'read',
  self: 'read',
  rights: 'write',
} as const

/** A file given with a message. Its content lies in the file store under this row's id, encrypted for its account. */
export const attachmentData = dataMap(
  'attachment',
  {
    label: { ro: 'Fișiere atașate', en: 'Attachments' },
    about: 'added_by',
    capacity: 'controller',
    retention: 'conversation',
    clock: { with: 'message', by: 'message_id' },
    uses,
    end: 'delete',
    content: { file: 'id', name: 'name' },
    removedBy: ['support', 'rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    message_id: link('message', { optional: true }),
    added_by: link('person', { optional: true }),
    added_by_staff: uuid({ optional: true }),
    name: text({
      label: { ro: 'Numele fișierului', en: 'Name of the file' },
      category: 'communication',
      uses: { ...uses, support: 'add', improvement: 'pseudonym' },
    }),
    size_bytes: int({ label: { ro: 'Mărimea, în octeți', en: 'Size in bytes' } }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Adăugat la', en: 'Added at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    attachment: typeof attachmentData
  }
}
