import type { Kysely, Transaction } from 'kysely'
import type { For } from '../privacy/map/types.ts'

/** The desk's database: what the purpose `support` may use. */
export type Db = Kysely<For<'support'>>
export type Trx = Transaction<For<'support'>>
