import type { Kysely } from 'kysely'
import type { For, PurposeTrx } from '../../privacy/map/types.ts'

export type Db = Kysely<For<'rights'>>
export type Trx = PurposeTrx<'rights'>
