/** PostgreSQL by itself: the same rows, keys and indexes; no purpose, no log, no end by time. */
import type { Pool } from 'pg'
import { statementName } from '../../src/platform/database/pool.ts'
import { dataOf, endOf, metadataOf } from './generate.ts'
import { accountId, columnOf, type Found, metadataColumns, personOf, type Side, soughtOf } from './side.ts'
import type { Asked } from './workload.ts'

const table = 'plain.gdpr_record'

/** @param pool as many connections as there are clients */
export function plainSide(pool: Pool): Side {
  const send = (text: string, values: unknown[]) => {
    const name = statementName(text)
    return pool.query(name ? { name, text, values } : { text, values })
  }
  const where = (by: Parameters<typeof columnOf>[0]) => `account_id = $1 and ${columnOf(by)} = $2`

  async function once(asked: Asked): Promise<Found> {
    switch (asked.do) {
      case 'create': {
        const { PUR, TTL, USR, OBJ, DEC, ACL, SHR, SRC, CAT } = metadataOf(asked.k)
        await send(
          `insert into ${table} (account_id, k, expires_at, person_id, pur, obj, dec, acl, shr, src, cat, data)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
          [accountId, asked.k, endOf(TTL), personOf(USR), PUR, OBJ, DEC, ACL, SHR, SRC, CAT, dataOf(asked.k)],
        )
        return 1
      }
      case 'readData':
        return (await send(`select k, data from ${table} where ${where(asked.by)}`, keyOf(asked))).rows
      case 'readMetadata':
        return (await send(`select ${metadataColumns} from ${table} where ${where(asked.by)}`, keyOf(asked))).rows
      case 'updateData': {
        const values = [accountId, asked.k, dataOf(asked.from)]
        return (await send(`update ${table} set data = $3 where account_id = $1 and k = $2`, values)).rowCount ?? 0
      }
      case 'updateMetadata': {
        const text = `update ${table} set ${columnOf(asked.set)} = $3 where ${where(asked.by)}`
        return (await send(text, [...keyOf(asked), soughtOf(asked.set, asked.to)])).rowCount ?? 0
      }
      case 'delete':
        return (await send(`delete from ${table} where ${where(asked.by)}`, keyOf(asked))).rowCount ?? 0
      case 'logs':
        return (
          await send(
            `select seq, id, at, actor_kind, actor_id, account_id, purpose, operation, via, outcome,
          cardinality(subjects) as people, hash from plain.log order by seq desc limit $1`,
            [asked.lines],
          )
        ).rows.length
      case 'verifyDeletion': {
        const text = `select not exists (select from ${table} where account_id = $1 and k = $2) as gone`
        return (await send(text, [accountId, asked.k])).rows[0].gone
      }
    }
  }

  return {
    run: (_, asked) => once(asked),
    async expire() {
      await pool.query(`delete from ${table} where expires_at < now()`)
    },
  }
}

function keyOf(asked: Extract<Asked, { by: unknown }>): unknown[] {
  return [accountId, soughtOf(asked.by, asked.value)]
}
