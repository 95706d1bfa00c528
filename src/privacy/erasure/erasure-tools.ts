import type { AnyDataMap } from '../map/data-map.ts'

declare module '../operation/tools.ts' {
  interface Tools {
    /** Every data map of the product, for what works on all tables alike. */
    readonly maps: readonly AnyDataMap[]
    /** Rewrites the database's files where deleted rows still lie; null where this process does not own the database. */
    readonly scrub: (() => Promise<number>) | null
  }
}
