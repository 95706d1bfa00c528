import { copyFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { expect, it } from 'vitest'
import { backedDesk, restoreTarget } from '../../../test/support/backup.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { looking, pageOf } from '../../../test/support/promises.ts'
import type { Desk } from '../desk.ts'
import { ledgerPath } from '../ledger-path.ts'
import { layDownDemo } from './lay-down-demo.ts'

const password = 'parola-demonstrației-7'
const layDown = (desk: Desk, owner: Pool) => layDownDemo(desk, owner, 'http://desk.test', password)

/**
 * Rows of every table: what stands there, whatever its ids. The access log also counts what was tried again, and the ledger
 * the password of each start.
 */
async function rowsOf({ owner }: TestDesk): Promise<Record<string, number>> {
  const { rows } = await owner.query<{ table: string }>(
    `select table_name as table from information_schema.tables where table_schema = 'base' and table_type = 'BASE TABLE'
       and table_name not in ('audit_entry', 'audit_inbox', 'audit_head', 'ledger_entry')`,
  )
  const counts: Record<string, number> = {}
  for (const { table } of rows) {
    counts[table] = (await owner.query<{ n: number }>(`select count(*)::int as n from base."${table}"`)).rows[0]!.n
  }
  return counts
}

/** The desk of a process that is killed after one step that no process before it came to. */
function killedAfterOneOf(desk: Desk, done: Set<string>): Desk {
  let steps = 0
  return {
    ...desk,
    async call(caller, operation, input) {
      const step = JSON.stringify([operation.name, input])
      if (!done.has(step) && steps++ > 0) throw new Error('killed')
      done.add(step)
      return desk.call(caller, operation, input)
    },
  }
}

it('is completed by the next start, wherever each one was killed, and laid down once', async () => {
  const straight = await testDesk()
  await layDown(straight, straight.owner)
  const wanted = await rowsOf(straight)
  expect(wanted).toMatchObject({ staff: 5, account: 3, person: 3, order: 2, ticket: 3, playbook: 1, secret_request: 2 })
  expect(wanted).toMatchObject({ fraud_signal: 1, case_study: 2, case_study_approval: 1, enrichment_fact: 1 })
  expect(wanted).toMatchObject({ terms_version: 2, terms_notice: 2, terms_acceptance: 3, child_report: 2 })
  expect(wanted).toMatchObject({ succession_campaign: 1, succession_answer: 2, rights_case: 2, rights_answer: 1 })

  const desk = await testDesk()
  const done = new Set<string>()
  for (let whole = false; !whole; ) {
    whole = await layDown(killedAfterOneOf(desk, done), desk.owner).then(
      () => true,
      (error: Error) => {
        if (error.message !== 'killed') throw error
        return false
      },
    )
  }
  expect(await rowsOf(desk)).toEqual(wanted)
  expect(done.size).toBeGreaterThan(30)
})

it('is late with nothing when it is started again days later, but for what its people decided themselves', async () => {
  const desk = await testDesk()
  await layDown(desk, desk.owner)
  const checks = await looking(desk)
  const field =
    '<input name="aboutWhom" type="text" aria-describedby="why"/><p id="why"><a href="/ro/policy#p40">…</a></p>'
  const page = async () => pageOf(`<main>${field}</main>`)
  const late = async () => [
    (await checks.look('P40', 'report', { page })).holds,
    (await checks.look('P20', 'signals')).holds,
    (await checks.look('P38', 'answered')).holds,
  ]
  await desk.owner.query(
    `update base.child_report set received_at = received_at - interval '20 days', due_at = due_at - interval '20 days',
       decided_at = decided_at - interval '20 days', reminded = 2`,
  )
  await desk.owner.query(`update base.fraud_signal set raised_at = raised_at - interval '20 days'`)
  await desk.owner.query(
    `update base.rights_case set received_at = received_at - interval '60 days', due_on = due_on - 60 where status = 'open'`,
  )
  const decided = async () =>
    (await desk.owner.query('select * from base.child_report where decided_at is not null')).rows
  const before = await decided()
  expect(await late()).toEqual([false, false, false])
  await layDown(desk, desk.owner)
  expect(await late()).toEqual([true, true, true])
  expect(await decided()).toEqual(before)
  expect((await desk.owner.query('select reminded from base.child_report where decided_at is null')).rows).toEqual([
    { reminded: 0 },
  ])
  await checks.close()
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

it('is backed up and put back like any other desk, and not laid down a second time', async () => {
  const desk = await testDesk()
  await layDown(desk, desk.owner)
  const backed = await backedDesk(desk)
  const { name } = await backed.backup()
  await desk.tools.ledger.settle()
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
  await backed.restore(name, target)
  const { rows } = await target.database.owner.query('select 1 from zavor.demonstration')
  expect(rows).toHaveLength(1)
})
