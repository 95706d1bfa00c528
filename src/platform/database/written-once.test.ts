import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { writtenOnce } from './written-once.ts'

interface Tables {
  ticket: { id: string; account_id: string; at: Date; words: string | null }
}

function recording() {
  const ran: { sql: string; parameters: unknown[] }[] = []
  const client = {
    async query(text: string, parameters: unknown[]) {
      ran.push({ sql: text, parameters })
      return { command: 'SELECT', rowCount: 0, rows: [] }
    },
    release() {},
  }
  const pool = { connect: async () => client, end: async () => {}, options: {} } as unknown as PostgresPool
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), ran }
}

describe('a statement written once', () => {
  it('is run with what is given each time, also at once', async () => {
    let written = 0
    const { db, ran } = recording()
    const one = writtenOnce((trx: Kysely<Tables>, given: { id: string; at: Date }) => {
      written += 1
      return trx
        .selectFrom('ticket')
        .select('words')
        .where('id', '=', given.id)
        .where(sql<boolean>`at > ${given.at}`)
        .where('account_id', '=', given.id)
    })
    const at = new Date()
    await Promise.all([one(db, { id: 'a', at }), one(db, { id: 'b', at })])
    expect(written).toBe(1)
    expect(ran.map(({ parameters }) => parameters)).toEqual([
      ['a', at, 'a'],
      ['b', at, 'b'],
    ])
    expect(new Set(ran.map((each) => each.sql)).size).toBe(1)
  })

  it('is another one where something is not given, and null is given', async () => {
    const { db, ran } = recording()
    const some = writtenOnce((trx: Kysely<Tables>, given: { words?: string | null | undefined; id: string }) => {
      const query = trx.selectFrom('ticket').select('id').where('id', '=', given.id)
      return given.words === undefined ? query : query.where(sql<boolean>`words is not distinct from ${given.words}`)
    })
    await some(db, { id: 'a' })
    await some(db, { id: 'a', words: undefined })
    await some(db, { id: 'b', words: null })
    expect(ran.map(({ parameters }) => parameters)).toEqual([['a'], ['a'], ['b', null]])
    expect(ran[2]?.sql).toContain('words is not distinct from $2')
  })
})
