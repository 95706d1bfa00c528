import { accountKey, dataMap, int, key, link, oneOf, text, timestamp } from '../../privacy/map/columns.ts'
import { askingUses, askingWordsUses } from '../access-uses.ts'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

export const itemStatuses = ['asked', 'given', 'refused', 'withdrawn'] as const

/** One named thing that a secure request asks for, and what became of it. */
export const secretRequestItemData = dataMap(
  'secret_request_item',
  {
    label: { ro: 'Accesul cerut', en: 'Access asked for' },
    about: null,
    capacity: 'controller',
    retention: 'access_record',
    clock: { with: 'secret_request', by: 'request_id' },
    uses: askingUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    request_id: link('secret_request'),
    position: int(),
    kind: oneOf(depositKindNames, { label: { ro: 'Felul', en: 'Kind' } }),
    name: text({
      label: { ro: 'Ce se cere', en: 'What is asked for' },
      category: 'access_details',
      uses: askingWordsUses,
    }),
    detail: text({
      optional: true,
      label: { ro: 'Lămuriri', en: 'Details' },
      category: 'access_details',
      uses: askingWordsUses,
      end: 'anonymise',
    }),
    views: int({ label: { ro: 'De câte ori poate fi afișat', en: 'How often it may be shown' } }),
    target_id: link('target', { optional: true }),
    version: int({ defaulted: true }),
    status: oneOf(itemStatuses, { defaulted: true, label: { ro: 'Starea', en: 'State' } }),
    answered_at: timestamp({ optional: true, label: { ro: 'Răspuns la', en: 'Answered at' } }),
    answered_by: link('person', { optional: true }),
    refusal: text({
      optional: true,
      label: { ro: 'Motivul refuzului', en: 'Reason of the refusal' },
      category: 'access_details',
      uses: askingWordsUses,
      end: 'anonymise',
    }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    secret_request_item: typeof secretRequestItemData
  }
}
