import { cloneDatabase } from '../../test/support/postgres.ts'
import { prepareDatabase } from './prepare.ts'

it('a prepared database is whole, and preparing it again changes nothing', async () => {
  const database = await cloneDatabase()
  try {
    const { rows } = await database.owner.query('select rolsuper from pg_roles where rolname = current_user')
    expect(rows).toEqual([{ rolsuper: false }])
    expect(await prepareDatabase(database.owner, database.passwordOf)).toEqual([])
  } finally {
    await database.drop()
  }
})
