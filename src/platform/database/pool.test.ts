import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { cloneDatabase } from '../../../test/support/postgres.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { openPool } from './pool.ts'

const database = await cloneDatabase()
const pool = openPool(database.urlOf(roleOf('security')))
afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function read(sql: string, ...values: unknown[]): Promise<unknown> {
  const { rows } = await pool.query({ text: `select ${sql} as it`, values })
  return rows[0].it
}

it.each([0, 1, 2, 5_000])('reads a list of %i ids', async (many) => {
  const ids = Array.from({ length: many }, () => randomUUID())
  expect(await read('$1::uuid[]', ids)).toEqual(ids)
})

it('reads lists of ids with gaps, of several dimensions, with bounds of their own, and none', async () => {
  const [a, b] = [randomUUID(), randomUUID()]
  expect(await read(`array['${a}', null, '${b}']::uuid[]`)).toEqual([a, null, b])
  expect(await read('array[null]::uuid[]')).toEqual([null])
  expect(await read(`array[array['${a}'], array['${b}']]::uuid[]`)).toEqual([[a], [b]])
  expect(await read(`'[3:4]={${a},${b}}'::uuid[]`)).toEqual([a, b])
  expect(await read('null::uuid[]')).toBeNull()
})

it('reads a calendar day as it is written', async () => {
  expect(await read("'2026-03-29'::date")).toBe('2026-03-29')
})
