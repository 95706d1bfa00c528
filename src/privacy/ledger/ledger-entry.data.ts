import { accountKey, bigint, bytes, dataMap, int, key, text, timestamp } from '../map/columns.ts'

/**
 * Erasures and limits as the ledger outside the database holds them, noted by triggers in the transaction of the change.
 * Ids, kinds and times. Purpose `rights` can only say which line outside an entry has become.
 */
export const ledgerEntryData = dataMap(
  'ledger_entry',
  {
    label: { ro: 'Ce se repetă după o restaurare', en: 'What a restore repeats' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'at' },
    uses: { rights: 'read' },
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    place: bigint(),
    line: text({ export: 'no' }),
    seq: bigint({ optional: true, uses: { rights: 'write' } }),
    at: timestamp(),
  },
)

/** The last line outside that this database knows. A database that is older than the ledger shows itself by it. */
export const ledgerHeadData = dataMap(
  'ledger_head',
  {
    label: { ro: 'Capătul registrului din afara bazei de date', en: 'Head of the ledger outside the database' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: 'standing',
    uses: { rights: 'write' },
    end: { keep: 'request_proof' },
    primary: ['id'],
  },
  { id: int({ uses: { rights: 'read' } }), seq: bigint(), hash: bytes() },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    ledger_entry: typeof ledgerEntryData
    ledger_head: typeof ledgerHeadData
  }
}
