import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** An invitation into the staff. Only the hash of its token is kept. */
export const staffInvitationData = dataMap(
  'staff_invitation',
  {
    label: { ro: 'Invitații în echipă', en: 'Staff invitations' },
    about: null,
    capacity: 'controller',
    retention: 'provider',
    clock: { at: 'expires_at' },
    uses: { identity: 'write', rights: 'write' },
    end: 'delete',
  },
  {
    id: key(),
    staff_id: uuid(),
    token_hash: text({ export: 'no', uses: { identity: 'write' } }),
    invited_by: uuid({ optional: true }),
    created_at: timestamp({ defaulted: true }),
    expires_at: timestamp(),
    accepted_at: timestamp({ optional: true }),
    withdrawn_at: timestamp({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    staff_invitation: typeof staffInvitationData
  }
}
