import type { Kysely } from 'kysely'
import type { For, PurposeTrx } from '../privacy/map/types.ts'

/** The desk's database: what the purpose `support` may use. */
export type Db = Kysely<For<'support'>>
export type Trx = PurposeTrx<'support'>
