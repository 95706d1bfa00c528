import { accountKey, dataMap, key, link, oneOf, text, timestamp, uuid, uuids } from '../../privacy/map/columns.ts'
import { requestUses } from './rights-uses.ts'

export const toldHow = ['in_place', 'letter', 'phone', 'portal', 'nothing_disclosed', 'disproportionate'] as const
export type ToldHow = (typeof toldHow)[number]

/** Whom a correction, an erasure or a restriction was passed on to (Art. 19). */
export const rightsRecipientData = dataMap(
  'rights_recipient',
  {
    label: { ro: 'Destinatari înștiințați', en: 'Recipients told' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { with: 'rights_case', by: 'case_id' },
    uses: requestUses,
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    case_id: link('rights_case'),
    recipient: text({ label: { ro: 'Destinatarul', en: 'Recipient' } }),
    status: oneOf(['to_tell', 'told', 'impossible'], { label: { ro: 'Starea', en: 'State' } }),
    how: oneOf(toldHow, { optional: true, label: { ro: 'Cum', en: 'How' } }),
    settled_at: timestamp({ optional: true, label: { ro: 'La', en: 'At' } }),
    settled_by: uuid({ optional: true, export: 'no' }),
    created_at: timestamp({ defaulted: true }),
    disclosures: uuids({ defaulted: true, export: 'no' }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    rights_recipient: typeof rightsRecipientData
  }
}
