import { accountKey, dataMap, key, link, timestamp, uuid } from '../../privacy/map/columns.ts'

/** Whose data was given. Not in the person's own view: the law may forbid telling. What may be told is in disclosure_told. */
export const disclosureSubjectData = dataMap(
  'disclosure_subject',
  {
    label: { ro: 'Pe cine privesc divulgările', en: 'Whom disclosures concern' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { legal: 'add', rights: 'read' },
    end: 'delete',
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    disclosure_id: uuid(),
    at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    disclosure_subject: typeof disclosureSubjectData
  }
}
