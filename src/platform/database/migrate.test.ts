import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { MigrationRefused, migrate, pendingMigrations } from './migrate.ts'

let database: TestDatabase
let folder: string
const file = (name: string, sql: string) => writeFileSync(join(folder, name), sql)
const tables = async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' order by 1`,
  )
  return rows.map(({ name }) => name)
}

beforeEach(async () => {
  database = await emptyDatabase()
  folder = mkdtempSync(join(tmpdir(), 'zavor-migrations-'))
  file('0001-one.sql', 'create table public.one (id integer)')
  file('0010-ten.sql', 'create table public.ten (id integer)')
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

describe('migrations', () => {
  it('are applied in order, once', async () => {
    expect(await pendingMigrations(database.owner, folder)).toEqual(['0001-one.sql', '0010-ten.sql'])
    expect(await migrate(database.owner, folder)).toEqual(['0001-one.sql', '0010-ten.sql'])
    expect(await migrate(database.owner, folder)).toEqual([])
    expect(await pendingMigrations(database.owner, folder)).toEqual([])
    file('0011-more.sql', 'create table public.more (id integer)')
    expect(await migrate(database.owner, folder)).toEqual(['0011-more.sql'])
    expect(await tables()).toEqual(['more', 'one', 'ten'])
  })

  it('are applied once also when several processes start together', async () => {
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.owner, folder)))
    expect(applied.flat()).toEqual(['0001-one.sql', '0010-ten.sql'])
  })

  it('leave nothing of a file that fails, and keep what came before it', async () => {
    file('0020-half.sql', 'create table public.half (id integer); select no_such_thing')
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/0020-half.sql')
    expect(await tables()).toEqual(['one', 'ten'])
    file('0020-half.sql', 'create table public.half (id integer)')
    expect(await migrate(database.owner, folder)).toEqual(['0020-half.sql'])
  })

  it('leave nothing of a file whose process is killed half-way, and can be applied again', async () => {
    file('0020-slow.sql', 'create table public.slow (id integer); select pg_sleep(60)')
    const running = migrate(database.owner, folder).catch((error: Error) => error)
    const sleeping = `from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)' and pid <> pg_backend_pid()`
    await vi.waitFor(async () => expect((await database.owner.query(`select ${sleeping}`)).rowCount).toBe(1), 5000)
    await database.owner.query(`select pg_terminate_backend(pid) ${sleeping}`)
    expect(await running).toBeInstanceOf(Error)
    expect(await tables()).toEqual(['one', 'ten'])
    file('0020-slow.sql', 'create table public.slow (id integer)')
    expect(await migrate(database.owner, folder)).toEqual(['0020-slow.sql'])
  })

  it('are refused by name when an applied file was changed, is missing, or a new one comes before it', async () => {
    await migrate(database.owner, folder)
    file('0005-late.sql', 'select 1')
    await expect(migrate(database.owner, folder)).rejects.toThrow(MigrationRefused)
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/0005-late.sql: comes before')
    rmSync(join(folder, '0005-late.sql'))
    file('0010-ten.sql', 'create table public.ten (id bigint)')
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/0010-ten.sql: changed')
    rmSync(join(folder, '0010-ten.sql'))
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/0010-ten.sql: applied to this database')
  })

  it('are refused when misnamed or numbered twice', async () => {
    file('0010-other.sql', 'select 1')
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/0010-ten.sql: has the number of')
    rmSync(join(folder, '0010-other.sql'))
    file('eleven.sql', 'select 1')
    await expect(migrate(database.owner, folder)).rejects.toThrow('migrations/eleven.sql: named otherwise')
  })
})
