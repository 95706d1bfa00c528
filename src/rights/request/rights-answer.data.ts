import { accountKey, dataMap, json, key, link, oneOf, text, timestamp, uuid } from '../../privacy/map/columns.ts'
import type { AnswerDocument } from '../answer/document.ts'
import { recordUses, requestWordsUses } from './rights-uses.ts'

export const answerKinds = ['answer', 'partial', 'refusal', 'extension', 'lifting'] as const
export type AnswerKind = (typeof answerKinds)[number]

/** What was answered to a request, as it was sent. Its text goes with the person; that there was an answer stays. */
export const rightsAnswerData = dataMap(
  'rights_answer',
  {
    label: { ro: 'Răspunsuri la cereri', en: 'Answers to requests' },
    about: 'person_id',
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
    person_id: link('person'),
    kind: oneOf(answerKinds, { label: { ro: 'Felul', en: 'Kind' } }),
    language: oneOf(['ro', 'en']),
    document: json<AnswerDocument>()({
      label: { ro: 'Răspunsul', en: 'The answer' },
      category: 'communication',
      uses: requestWordsUses,
      end: 'anonymise',
      source: { ro: 'răspunsul furnizorului', en: 'the provider’s answer' },
    }),
    reasons: text({
      label: { ro: 'Motivele', en: 'Reasons' },
      category: 'communication',
      uses: requestWordsUses,
      end: 'anonymise',
      source: { ro: 'răspunsul furnizorului', en: 'the provider’s answer' },
    }),
    authority: text({ label: { ro: 'Autoritatea', en: 'Authority' } }),
    letter_id: uuid({ optional: true }),
    by_staff: uuid({ optional: true }),
    at: timestamp({ defaulted: true, label: { ro: 'La', en: 'At' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_answer: typeof rightsAnswerData
  }
}
