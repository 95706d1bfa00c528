import { accountKey, dataMap, int, json, key, oneOf, text, timestamp, uuid, uuids } from '../map/columns.ts'
import type { Counts } from './erase.ts'

/** The ledger of erasures: ids, counts and times. Its copy outside the database is what a restore replays. */
export const erasureEntryData = dataMap(
  'erasure_entry',
  {
    label: { ro: 'Ștergeri făcute', en: 'Erasures done' },
    about: null,
    capacity: 'controller',
    retention: 'proof',
    clock: { at: 'finished_at' },
    uses: { rights: 'write', legal: 'read' },
    end: { keep: 'request_proof' },
  },
  {
    account_id: accountKey(),
    id: key(),
    person_id: uuid({ optional: true }),
    persons: uuids(),
    by_kind: oneOf(['person', 'staff', 'system']),
    by_id: uuid({ optional: true }),
    counts: json<Counts>()(),
    kept: json<Counts>()(),
    secrets: int(),
    receipt_hash: text({ export: 'no' }),
    at: timestamp({ defaulted: true }),
    finished_at: timestamp({ optional: true }),
    case_id: uuid({ optional: true }),
  },
)

declare module '../map/registry.ts' {
  interface DataMaps {
    erasure_entry: typeof erasureEntryData
  }
}
