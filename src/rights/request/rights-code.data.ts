import { accountKey, dataMap, key, link, text, timestamp } from '../../privacy/map/columns.ts'

const uses = { self: 'read', rights: 'write' } as const

/** Codes by which somebody who is not signed in shows that an address on file is theirs. The hashes open nothing. */
export const rightsCodeData = dataMap(
  'rights_code',
  {
    label: { ro: 'Coduri de confirmare', en: 'Codes of confirmation' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { with: 'rights_case', by: 'case_id' },
    uses,
    end: 'delete',
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    case_id: link('rights_case'),
    code_hash: text({ export: 'no' }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Trimis la', en: 'Sent at' } }),
    expires_at: timestamp(),
    used_at: timestamp({ optional: true, label: { ro: 'Folosit la', en: 'Used at' } }),
    pass_hash: text({ optional: true, export: 'no' }),
    pass_until: timestamp({ optional: true, export: 'no' }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_code: typeof rightsCodeData
  }
}
