import { accountKey, dataMap, link, texts, timestamp } from '../../privacy/map/columns.ts'
import { tenantUses } from '../contact-uses.ts'

/** A person's place in an account. It starts when they join and ends when someone ends it. */
export const memberData = dataMap(
  'member',
  {
    label: { ro: 'Locuri în cont', en: 'Places in the account' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: { ...tenantUses, support: 'read', self: 'read' },
    end: 'delete',
    primary: ['account_id', 'person_id'],
  },
  {
    account_id: accountKey(),
    person_id: link('person'),
    roles: texts(),
    invited_at: timestamp({ optional: true }),
    invited_by: link('person', { optional: true }),
    joined_at: timestamp({ optional: true }),
    ended_at: timestamp({ optional: true }),
    ended_by: link('person', { optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    member: typeof memberData
  }
}
