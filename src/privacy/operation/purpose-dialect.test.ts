import { Kysely, type PostgresPool } from 'kysely'
import { expect, it } from 'vitest'
import { PurposeDialect } from './purpose-dialect.ts'

interface Tables {
  ticket: { id: string; subject: string }
  login: { id: string; name: string }
}

const db = new Kysely<Tables>({ dialect: new PurposeDialect({ pool: {} as PostgresPool }, ['ticket']) })

it('writes to the base table and reads from the view', () => {
  const statements = [
    db.selectFrom('ticket').select('id').where('id', '=', 'x'),
    db.insertInto('ticket').values({ id: 'x', subject: 'y' }).returning('id'),
    db.updateTable('ticket').set({ subject: 'y' }).where('id', '=', 'x'),
    db.deleteFrom('ticket').where('id', 'in', db.selectFrom('ticket').select('id')),
  ]
  expect(statements.map((one) => one.compile().sql)).toEqual([
    'select "id" from "ticket" where "id" = $1',
    'insert into "base"."ticket" ("id", "subject") values ($1, $2) returning "id"',
    'update "base"."ticket" set "subject" = $1 where "id" = $2',
    'delete from "base"."ticket" where "id" in (select "id" from "ticket")',
  ])
})

it('writes through the view where the table asks for it', () => {
  expect(db.insertInto('login').values({ id: 'x', name: 'y' }).compile().sql).toContain('insert into "login"')
})

it('also finds a write inside another statement', () => {
  const moved = db
    .with('gone', (trx) => trx.deleteFrom('ticket').returning('id'))
    .selectFrom('gone')
    .select('id')
  expect(moved.compile().sql).toBe(
    'with "gone" as (delete from "base"."ticket" returning "id") select "id" from "gone"',
  )
})

it('says how many rows are wanted', () => {
  const { sql, parameters } = db.selectFrom('ticket').select('id').limit(51).compile()
  expect(sql).toBe('select "id" from "ticket" limit 51')
  expect(parameters).toEqual([])
})
