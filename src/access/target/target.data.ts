import { accountKey, dataMap, int, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import { accessUses, factUses, leaseWordsUses } from '../access-uses.ts'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

const fact = { category: 'access_details', optional: true, uses: factUses, end: 'anonymise' } as const

/** The server, database or system that a deposit opens: the facts about it that are no secret. */
export const targetData = dataMap(
  'target',
  {
    label: { ro: 'Ținte ale accesului', en: 'Targets of access' },
    about: null,
    capacity: 'controller',
    retention: 'account',
    clock: 'erasure',
    uses: accessUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    kind: oneOf(depositKindNames, { label: { ro: 'Felul', en: 'Kind' } }),
    name: text({
      label: { ro: 'Numele țintei', en: 'Name of the target' },
      category: 'access_details',
      uses: leaseWordsUses,
    }),
    host: text({ label: { ro: 'Server', en: 'Host' }, ...fact }),
    port: int({ label: { ro: 'Port', en: 'Port' }, ...fact }),
    url: text({ label: { ro: 'Adresă web', en: 'Web address' }, ...fact }),
    engine: text({ label: { ro: 'Felul bazei de date', en: 'Kind of database' }, ...fact }),
    database_name: text({ label: { ro: 'Baza de date', en: 'Database' }, ...fact }),
    username: text({ label: { ro: 'Utilizator', en: 'User' }, ...fact }),
    added_by: link('person', { optional: true }),
    added_by_staff: uuid({ optional: true }),
    created_at: timestamp({ defaulted: true, label: { ro: 'Adăugată la', en: 'Added at' } }),
    changed_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    target: typeof targetData
  }
}
