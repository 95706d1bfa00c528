import { accountKey, bytes, dataMap, int, key, link, oneOf, text, timestamp } from '../../privacy/map/columns.ts'
import { accessUses, sealedUses } from '../access-uses.ts'
import { depositKindNames } from '../sealed/deposit-kinds.ts'

export const depositEndings = ['withdrawn', 'replaced', 'expired', 'erased'] as const

/** A secret handed over. Nobody but the broker can open it; when it ends its ciphertext is destroyed. */
export const depositData = dataMap(
  'deposit',
  {
    label: { ro: 'Depuneri', en: 'Deposits' },
    about: 'deposited_by',
    capacity: 'controller',
    retention: 'access',
    clock: { with: 'secret_request', by: 'request_id', until: 'ended_at' },
    uses: accessUses,
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    request_id: link('secret_request'),
    item_id: link('secret_request_item'),
    target_id: link('target'),
    kind: oneOf(depositKindNames, { label: { ro: 'Felul', en: 'Kind' } }),
    version: int(),
    broker_key: text({ export: 'no' }),
    sealed: bytes({
      optional: true,
      label: { ro: 'Secretul, sigilat', en: 'The secret, sealed' },
      category: 'access_details',
      uses: sealedUses,
      end: 'anonymise',
      export: 'no',
    }),
    views: int({ label: { ro: 'De câte ori poate fi afișat', en: 'How often it may be shown' } }),
    views_left: int({ label: { ro: 'Afișări rămase', en: 'Showings left' } }),
    deposited_by: link('person'),
    created_at: timestamp({ defaulted: true, label: { ro: 'Depus la', en: 'Deposited at' } }),
    expires_at: timestamp({ label: { ro: 'Distrus cel târziu la', en: 'Destroyed at the latest' } }),
    ended_at: timestamp({ optional: true, label: { ro: 'Încheiat la', en: 'Ended at' } }),
    ended_by: link('person', { optional: true }),
    ending: oneOf(depositEndings, { optional: true, label: { ro: 'Cum s-a încheiat', en: 'How it ended' } }),
  },
)

declare module '../../privacy/map/registry.ts' {
  interface DataMaps {
    deposit: typeof depositData
  }
}
