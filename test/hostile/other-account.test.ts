/** Account A reaches nothing of account B, by any operation: each id of each input is tried with B's. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { maps } from '../../src/app/maps.ts'
import { operations } from '../../src/app/operations.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor } from '../../src/privacy/operation/actor.ts'
import { DeskError } from '../../src/privacy/operation/errors.ts'
import type { AnyOperation } from '../../src/privacy/operation/operation.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { type Everything, oneOfEverything } from '../support/one-of-everything.ts'
import { idFields } from './id-fields.ts'
import { sampleInput } from './sample-input.ts'

let desk: TestDesk
let mine: Everything
let theirs: Everything

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  mine = await oneOfEverything(desk.owner, 'Arhimede')
  theirs = await oneOfEverything(desk.owner, 'Boreal')
  // Whoever limits somebody next brings the ledger outside up to date, with what was laid down here.
  await desk.tools.ledger.settle()
})
afterAll(() => desk.close())

const forMembers = operations.filter((operation) => operation.who.member || operation.who.visitor)

function memberOf(account: Everything): MemberActor {
  const person = account.rows.get('person') as { id: string; login_id: string }
  return {
    kind: 'member',
    loginId: person.login_id,
    personId: person.id,
    accountId: account.accountId,
    roles: ['owner', 'billing', 'technical'],
    freshAt: new Date(),
  }
}

/** Every row of the account, in every table that has accounts. */
async function rowsOf(account: Everything): Promise<string> {
  const parts = await Promise.all(
    maps
      .filter((map) => 'account_id' in map.columns && !map.table.startsWith('audit_'))
      .map((map) =>
        desk.owner.query(
          `select coalesce(json_agg(t order by t::text), '[]')::text as rows from base."${map.table}" t where account_id = $1`,
          [account.accountId],
        ),
      ),
  )
  return parts.map((part) => part.rows[0].rows).join('\n')
}

/** Inputs in which B's ids stand: all at once, and each alone among A's own. */
function attacks(operation: AnyOperation): Record<string, unknown>[] {
  const fields = idFields(operation)
  const ids = (of: Everything) =>
    Object.fromEntries(fields.map(({ field, table, column }) => [field, of.rows.get(table)?.[column] ?? newId()]))
  if (fields.length === 0) return [sampleInput(operation)]
  const all = sampleInput(operation, ids(theirs))
  const single = fields.map(({ field }) => sampleInput(operation, { ...ids(mine), [field]: ids(theirs)[field] }))
  return [all, ...single]
}

describe.each(forMembers.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it('neither shows nor changes anything of another account', async () => {
    const before = await rowsOf(theirs)
    for (const input of attacks(operation)) {
      const answer = await desk.call({ actor: memberOf(mine), via: 'api' }, operation, input as never).then(
        (output) => output,
        (error: unknown) => {
          if (!(error instanceof DeskError)) throw error
          return { code: error.code, message: error.message }
        },
      )
      const told = JSON.stringify(answer)
      expect(told.includes('Boreal') || told.includes('boreal'), JSON.stringify(input)).toBe(false)
      expect(told.includes(theirs.accountId), JSON.stringify(input)).toBe(false)
    }
    expect(await rowsOf(theirs)).toBe(before)
  })
})
