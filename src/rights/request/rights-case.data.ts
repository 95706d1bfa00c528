import {
  accountKey,
  bytes,
  dataMap,
  day,
  int,
  key,
  link,
  oneOf,
  text,
  timestamp,
  uuid,
} from '../../privacy/map/columns.ts'
import { identityWays, outcomes, requestKinds, requestRoutes } from './request.rules.ts'
import { requestUses, requestWordsUses } from './rights-uses.ts'

/** A request about data: who asked what, by which way, how it is known who asks, by when, how it ended. */
export const rightsCaseData = dataMap(
  'rights_case',
  {
    label: { ro: 'Cereri privind datele', en: 'Requests about data' },
    about: 'person_id',
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'closed_at' },
    holds: { person: 'person_id', until: 'closed_at', since: 'received_at', due: 'due_on' },
    uses: requestUses,
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    number: int({ defaulted: true, label: { ro: 'Numărul', en: 'Number' } }),
    person_id: link('person'),
    kind: oneOf(requestKinds, { label: { ro: 'Ce s-a cerut', en: 'What was asked' } }),
    route: oneOf(requestRoutes, { label: { ro: 'Pe ce cale', en: 'By which way' } }),
    purpose: text({ optional: true, label: { ro: 'Scopul', en: 'Purpose' } }),
    words: text({
      label: { ro: 'În cuvintele dumneavoastră', en: 'In your words' },
      category: 'communication',
      uses: requestWordsUses,
      end: 'anonymise',
    }),
    language: oneOf(['ro', 'en']),
    received_at: timestamp({ label: { ro: 'Primită la', en: 'Received at' } }),
    identity: oneOf(identityWays, { label: { ro: 'Cum știm cine cere', en: 'How we know who asks' } }),
    identity_at: timestamp({ optional: true }),
    status: oneOf(['open', 'closed'], { label: { ro: 'Starea', en: 'State' } }),
    extended_at: timestamp({ optional: true, label: { ro: 'Prelungită la', en: 'Extended at' } }),
    due_on: day({ optional: true, label: { ro: 'Termenul răspunsului', en: 'Answer due on' } }),
    reminded_on: day({ optional: true, export: 'no' }),
    outcome: oneOf(outcomes, { optional: true, label: { ro: 'Urmarea', en: 'Outcome' } }),
    answer_id: uuid({ optional: true }),
    closed_at: timestamp({ optional: true, label: { ro: 'Răspuns la', en: 'Answered at' } }),
    link_hash: text({ optional: true, export: 'no' }),
    link_sealed: bytes({ optional: true, export: 'no', uses: { rights: 'write' } }),
    created_at: timestamp({ defaulted: true }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_case: typeof rightsCaseData
  }
}
