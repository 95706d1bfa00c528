import type { Pool } from 'pg'
import { expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import type { Desk } from '../desk.ts'
import { layDownDemo } from './lay-down-demo.ts'

const password = 'parola-demonstrației-7'
const layDown = (desk: Desk, owner: Pool) => layDownDemo(desk, owner, 'http://desk.test', password)

/** Rows of every table: what stands there, whatever its ids. The access log also counts what was tried again. */
async function rowsOf({ owner }: TestDesk): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ table: string }>(
    `select table_name as table from information_schema.tables where table_schema = 'base' and table_type = 'BASE TABLE'
       and table_name not in ('audit_entry', 'audit_inbox', 'audit_head')`,
  )
  const counts: Record<string, number> = {}
  for (const { table } of rows) {
    counts[table] = (await owner.query<{ n: number }>(`select count(*)::int as n from base."${table}"`)).rows[0]!.n
  }
  return counts
}

/** The desk of a process that is killed at its n-th step: the step itself is done, nothing after it. */
function killedAt(desk: Desk, step: number): Desk {
  let taken = 0
  return {
    ...desk,
    async call(caller, operation, input) {
      if (taken === step) throw new Error('killed')
      taken += 1
      return desk.call(caller, operation, input)
    },
  }
}

it('is completed by the next start, wherever the first one was killed, and laid down once', async () => {
  const straight = await testDesk()
  await layDown(straight, straight.owner)
  const wanted = await rowsOf(straight)
  expect(wanted).toMatchObject({ staff: 3, account: 2, person: 2, order: 2, ticket: 2, playbook: 1, secret_request: 2 })

  let step = 0
  for (let whole = false; !whole; step++) {
    const desk = await testDesk()
    whole = await layDown(killedAt(desk, step), desk.owner).then(
      () => true,
      () => false,
    )
    await layDown(desk, desk.owner)
    expect(await rowsOf(desk), `killed at step ${step}`).toEqual(wanted)
  }
  expect(step).toBeGreaterThan(10)
})

it('leaves a provider alone that is none of its own', async () => {
  const desk = await testDesk()
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values (gen_random_uuid(), 'Al nostru SRL', 'Str. Unu', 'date@provider.test', 'RO', 'ro', 'RON')`,
  )
  await layDown(desk, desk.owner)
  expect(await rowsOf(desk)).toMatchObject({ account: 0, staff: 0, login: 0 })
})
