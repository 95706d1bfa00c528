import { accountKey, dataMap, key, link, text, timestamp } from '../../privacy/map/columns.ts'

/** An invitation of a person into an account. Only the hash of its token is kept. */
export const invitationData = dataMap(
  'invitation',
  {
    label: { ro: 'Invitații', en: 'Invitations' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: { identity: 'write', self: 'read', rights: 'write' },
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    token_hash: text({ export: 'no', uses: { identity: 'write' } }),
    invited_by: link('person', { optional: true }),
    created_at: timestamp({ defaulted: true }),
    expires_at: timestamp(),
    accepted_at: timestamp({ optional: true }),
    withdrawn_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    invitation: typeof invitationData
  }
}
