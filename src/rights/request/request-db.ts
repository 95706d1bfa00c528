import type { Kysely, Transaction } from 'kysely'
import type { For } from '../../privacy/map/types.ts'

export type Db = Kysely<For<'rights'>>
export type Trx = Transaction<For<'rights'>>
