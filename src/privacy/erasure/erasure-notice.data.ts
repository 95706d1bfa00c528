import { accountKey, bytes, dataMap, key, oneOf, timestamp, uuid } from '../map/columns.ts'

/** An address that a receipt still has to reach, sealed with the provider's key. Removed when the letter left, after a week at most. */
export const erasureNoticeData = dataMap(
  'erasure_notice',
  {
    label: { ro: 'Dovezi de ștergere de trimis', en: 'Receipts of erasure to be sent' },
    about: null,
    capacity: 'controller',
    retention: 'letter',
    clock: { at: 'created_at' },
    uses: { rights: 'write' },
    end: { keep: 'request_proof' },
    removedBy: ['rights'],
  },
  {
    account_id: accountKey(),
    id: key(),
    erasure_id: uuid(),
    sealed: bytes({
      label: { ro: 'Adresa, sigilată', en: 'The address, sealed' },
      category: 'contact',
      uses: { rights: 'add' },
      end: 'keep',
      export: 'no',
    }),
    language: oneOf(['ro', 'en']),
    created_at: timestamp({ defaulted: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    erasure_notice: typeof erasureNoticeData
  }
}
