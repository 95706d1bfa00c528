/** After an erasure the database's own statistics quote nobody who has gone, also where nobody else is left. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { SWEEPER_ROLE } from '../../app/sweeper.ts'
import { openPool } from './pool.ts'
import { scrubDatabase } from './scrub.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

const quoted = async () =>
  (
    await desk.owner.query(
      `select distinct tablename as where from pg_stats
       where schemaname = 'base' and (histogram_bounds::text like '%statistic-%' or most_common_vals::text like '%statistic-%')`,
    )
  ).rows.map((row) => row.where as string)

it.each(['the owner', 'the role that may maintain tables and read none'])(
  '%s: forgets a table that is empty now, and an index in which no row is left',
  async (who) => {
    const { owner } = desk
    await owner.query('delete from base.person')
    await owner.query(
      `insert into base.login (id, name, email) select gen_random_uuid(), 'statistic-' || n, 'statistic-' || n || '@x.test'
     from generate_series(1, 40) n`,
    )
    await owner.query(
      `with client as (insert into base.account (id, kind, name, country, language)
       values (gen_random_uuid(), 'client', 'Alfa', 'RO', 'ro') returning id)
     insert into base.person (account_id, id, name, email, language)
     select id, gen_random_uuid(), 'Ana', 'statistic-' || n || '@x.test', 'ro' from client, generate_series(1, 40) n`,
    )
    await owner.query('analyze')
    expect((await quoted()).sort()).toEqual(['login', 'login_email', 'person', 'person_email'])
    await owner.query('delete from base.login')
    await owner.query(`update base.person set name = '—', email = null, erased_at = now()`)
    const pool = who === 'the owner' ? owner : openPool(desk.database.urlOf(SWEEPER_ROLE), { max: 1 })
    await scrubDatabase(pool)
    if (pool !== owner) await pool.end()
    expect(await quoted()).toEqual([])
  },
)
