import { bigint, dataMap, key, oneOf, text, texts, timestamp, uuid } from '../privacy/map/columns.ts'

/** Backups made, found at their place, or failed. Names, sizes and times; nothing of what is in them. */
export const backupRunData = dataMap(
  'backup_run',
  {
    label: { ro: 'Copii de siguranță', en: 'Backups' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'finished_at' },
    uses: { security: 'write', legal: 'read' },
    end: 'delete',
    primary: ['id'],
  },
  {
    id: key(),
    name: text({ optional: true }),
    place: text(),
    how: oneOf(['schedule', 'command', 'found']),
    started_at: timestamp(),
    finished_at: timestamp(),
    bytes: bigint({ optional: true }),
    row_count: bigint({ optional: true }),
    file_count: bigint({ optional: true }),
    policy_version: text({ optional: true }),
    recipients: texts({ defaulted: true }),
    expires_at: timestamp({ optional: true }),
    gone_at: timestamp({ optional: true }),
    failure: text({ optional: true }),
    reach: oneOf(['machine', 'elsewhere'], { defaulted: true }),
    carrier: uuid({ optional: true }),
  },
)

declare module '../privacy/map/registry.ts' {
  interface DataMaps {
    backup_run: typeof backupRunData
  }
}
