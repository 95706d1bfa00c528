/** After the end of an account nothing of its people is left: in no table, no file of the data folder, no file of the database. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { dropConstraints, peoplesMaps, plantCanaries, textFor } from '../../../test/support/canaries.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenProvider } from '../../../test/support/given.ts'
import { SWEEPER_ROLE } from '../../app/sweeper.ts'
import { newId } from '../../platform/database/id.ts'
import { ownerPool } from '../../platform/database/owner-pool.ts'
import { scrubDatabase } from '../../platform/database/scrub.ts'
import { anonymised, fateOf } from '../../privacy/compiler/erase.ts'
import { readLinks } from '../../privacy/erasure/foreign-keys.ts'
import { isPersonal } from '../../privacy/map/uses.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { scanDatabase } from '../../privacy/residue/scan-database.ts'
import { scanFiles } from '../../privacy/residue/scan-files.ts'
import { endAccount } from './end-account.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
})
afterAll(() => desk.close())

describe('the data maps', () => {
  it('leave no row that is kept pointing at a row that is deleted', async () => {
    const fate = new Map(desk.tools.maps.map((map) => [map.table, fateOf(map, 'account')]))
    const links = await readLinks(desk.handles.of('rights'))
    const { rows } = await desk.owner.query<{ child: string; parent: string }>(
      `select c.relname as child, p.relname as parent from pg_constraint k
         join pg_class c on c.oid = k.conrelid join pg_class p on p.oid = k.confrelid
       where k.contype = 'f' and k.confdeltype <> 'a' and c.relnamespace = 'base'::regnamespace`,
    )
    const loosened = new Set(rows.map(({ child, parent }) => `${child} ${parent}`))
    const faults = links.filter(
      ({ child, parent }) =>
        fate.get(parent) === 'delete' && fate.get(child) !== 'delete' && !loosened.has(`${child} ${parent}`),
    )
    expect(faults).toEqual([])
  })

  it('keep a personal value past an erasure only in the tables named here', () => {
    const kept = peoplesMaps.flatMap((map) =>
      Object.entries(map.columns)
        .filter(([, column]) => isPersonal(column) && fateOf(map, 'account') !== 'delete')
        .filter(([, column]) => !column.options.generated && anonymised(map, column) === null)
        .map(([name]) => `${map.table}.${name}`),
    )
    // How work was liked, as a number: the row it stands in names nobody any more.
    expect(kept).toEqual(['feedback.rating'])
  })
})

describe('the end of an account', () => {
  const mark = 'ștefaniațâru'
  const whose = { accountId: newId(), personId: newId(), loginId: newId(), mark }
  const needles = [{ label: 'mark', value: mark }]
  const skipped = (path: string) => path.startsWith('.')

  beforeAll(async () => {
    await dropConstraints(desk.owner)
    await plantCanaries(desk.owner, whose)
    await desk.owner.query('analyze')
    async function* content() {
      yield Buffer.from(`about ${mark}`)
    }
    await desk.tools.files.put({ accountId: whose.accountId, fileId: newId(), content: content(), maxBytes: 1000 })
  })

  it('is preceded by a person found in every table that holds people, and in the database’s own files', async () => {
    const places = new Set((await scanDatabase(desk.owner, needles)).map(({ where }) => where.split('.')[1]))
    const telling = peoplesMaps.filter((map) =>
      Object.entries(map.columns).some(
        ([name, column]) => isPersonal(column) && textFor(map, name, whose) && column.sql === 'text' && !column.values,
      ),
    )
    for (const map of telling) expect([...places].map((place) => place?.replaceAll('"', ''))).toContain(map.table)
    await desk.owner.query('checkpoint')
    expect((await scanFiles(await databaseFolder(), needles)).length).toBeGreaterThan(0)
  }, 120_000)

  it('leaves nothing', async () => {
    const actor: MemberActor = { kind: 'member', roles: ['owner'], freshAt: new Date(), ...whose }
    await desk.as(actor).call(endAccount, { understood: 'yes' })
    await desk.runJobs()
    const left = await scanDatabase(desk.owner, needles)
    expect(left.filter(({ where }) => !where.startsWith('pg_catalog.'))).toEqual([])
    expect(await scanFiles(desk.dataFolder, needles, skipped)).toEqual([])
    expect(await readFile(`${desk.dataFolder}/erasures.log`, 'utf8')).toContain(whose.accountId)
  })

  it('leaves nothing in the statistics and files of the database either, once they are swept', async () => {
    const sweeper = ownerPool(desk.database.urlOf(SWEEPER_ROLE), 1)
    onTestFinished(() => sweeper.end())
    await expect(sweeper.query('select * from base.person')).rejects.toThrow('permission denied')
    expect(await scrubDatabase(sweeper)).toBeGreaterThan(20)
    expect(await scanDatabase(desk.owner, needles)).toEqual([])
    // A rewritten table's old file goes with the checkpoint after the last look at it. A table that was in use for too long,
    // as by a vacuum of its own, is swept by the next run.
    const folder = await databaseFolder()
    const found = async () => {
      const left = await scanFiles(folder, needles)
      if (left.length > 0) await scrubDatabase(sweeper)
      return left
    }
    await expect.poll(found, { timeout: 40_000, interval: 1_000 }).toEqual([])
    const log = join(inject('postgres').folder, 'pg_wal')
    await expect.poll(() => scanFiles(log, needles), { timeout: 20_000, interval: 1_000 }).toEqual([])
  }, 120_000)
})

/** Where this test's database lies. */
async function databaseFolder(): Promise<string> {
  const { rows } = await desk.owner.query('select oid from pg_database where datname = current_database()')
  return join(inject('postgres').folder, 'base', String(rows[0].oid))
}
