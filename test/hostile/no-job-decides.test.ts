/**
 * Article 22: no job decides about anybody. Each operation that the system may run is run over a row of every table, and
 * no column that holds a decision of a person about a person may then hold another.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maps } from '../../src/app/maps.ts'
import { operations } from '../../src/app/operations.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { type Everything, oneOfEverything } from '../support/one-of-everything.ts'
import { fieldsOfInput, sampleInput } from './sample-input.ts'

let desk: TestDesk
let everything: Everything
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  everything = await oneOfEverything(desk.owner, 'Cuza')
})
afterAll(() => desk.close())

/** States into which somebody is put by a decision. */
const decided = ['declined', 'denied', 'refused', 'approved', 'partly', 'blocked', 'rejected', 'suspended']

/** The access log notes what was refused to a caller; that is no decision about a person. */
const telling = maps.filter((map) => !map.table.startsWith('audit_'))

/** Columns of a state that a decision leads to, and those that name who decided. */
const states = telling.flatMap((map) =>
  Object.entries(map.columns).flatMap(([column, { values = [] }]) => {
    const ofDecision = values.filter((value) => decided.includes(value))
    return ofDecision.length > 0 ? [{ table: map.table, column, values: ofDecision }] : []
  }),
)
const deciders = telling.flatMap((map) =>
  Object.keys(map.columns)
    .filter((column) => /^(decided|settled|approved|declined)_by|^by_staff$/.test(column))
    .map((column) => ({ table: map.table, column })),
)

async function decisions(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  const count = async (name: string, where: string, table: string, values: unknown[] = []) => {
    const { rows } = await desk.owner.query(`select count(*)::int as n from base."${table}" where ${where}`, values)
    counts[name] = rows[0].n
  }
  for (const { table, column, values } of states)
    await count(`${table}.${column}`, `"${column}" = any ($1)`, table, [values])
  for (const { table, column } of deciders) await count(`${table}.${column} is named`, `"${column}" is not null`, table)
  return counts
}

it('knows the columns in which decisions lie', () => {
  const named = states.map(({ table, column }) => `${table}.${column}`)
  expect(named).toEqual(expect.arrayContaining(['lease.status', 'order.status', 'rights_case.outcome']))
})

const jobs = operations.filter((operation) => operation.who.system)

describe.each(jobs.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it('decides nothing', async () => {
    const before = await decisions()
    const ids = Object.fromEntries(
      Object.keys(fieldsOfInput(operation)).flatMap((field) => {
        const noun = field.replace(/Ids?$/, '').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
        const table = { case: 'rights_case', request: 'secret_request' }[noun] ?? noun
        const id = field === 'accountId' ? everything.accountId : everything.rows.get(table)?.id
        return id === undefined ? [] : [[field, id]]
      }),
    )
    await desk.runJob(operation.name, sampleInput(operation, ids)).catch(() => undefined)
    expect(await decisions()).toEqual(before)
  })
})
