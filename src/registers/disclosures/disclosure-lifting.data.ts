import { dataMap, key, text, timestamp, uuid } from '../../privacy/map/columns.ts'

/** That the law no longer forbids telling of a disclosure. It goes with its disclosure. */
export const disclosureLiftingData = dataMap(
  'disclosure_lifting',
  {
    label: { ro: 'Ridicarea interdicțiilor de a anunța', en: 'Ends of prohibitions to tell' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { legal: 'add' },
    end: 'delete',
  },
  {
    id: key(),
    disclosure_id: uuid(),
    why: text(),
    at: timestamp({ defaulted: true }),
    by_staff: uuid({ optional: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    disclosure_lifting: typeof disclosureLiftingData
  }
}
