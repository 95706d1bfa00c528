import { accountKey, dataMap, key, link, oneOf, timestamp, uuid } from '../../privacy/map/columns.ts'
import { recordUses } from './rights-uses.ts'

export const stepKinds = [
  'received',
  'identity_asked',
  'identity_shown',
  'extended',
  'applied',
  'passed_on',
  'lifting_told',
  'lifted',
  'answered',
] as const
export type StepKind = (typeof stepKinds)[number]

/** What happened to a request and who did it. Only added to; it names nobody of the account. */
export const rightsStepData = dataMap(
  'rights_step',
  {
    label: { ro: 'Mersul cererilor', en: 'Course of requests' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { with: 'rights_case', by: 'case_id' },
    uses: recordUses,
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    case_id: link('rights_case'),
    kind: oneOf(stepKinds, { label: { ro: 'Ce s-a întâmplat', en: 'What happened' } }),
    by_kind: oneOf(['person', 'staff', 'system'], { label: { ro: 'Cine', en: 'Who' } }),
    by_id: uuid({ optional: true, export: 'no' }),
    at: timestamp({ defaulted: true, label: { ro: 'Când', en: 'When' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_step: typeof rightsStepData
  }
}
