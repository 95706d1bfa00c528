import { accountKey, dataMap, key, link, oneOf, timestamp, uuid } from '../../privacy/map/columns.ts'
import { requestUses } from './rights-uses.ts'

/** Whose data a request is about: each person of the verified address, in every account. */
export const rightsCasePersonData = dataMap(
  'rights_case_person',
  {
    label: { ro: 'Persoanele unei cereri', en: 'Persons of a request' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'created_at' },
    uses: requestUses,
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: link('person'),
    case_account_id: uuid({ export: 'no' }),
    case_id: uuid(),
    capacity: oneOf(['controller', 'processor'], { label: { ro: 'În ce calitate', en: 'In which capacity' } }),
    created_at: timestamp({ defaulted: true }),
    passed_on_at: timestamp({ optional: true, label: { ro: 'Trimisă clientului la', en: 'Passed to the client at' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_case_person: typeof rightsCasePersonData
  }
}
