import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testDesk } from '../../../test/support/desk.ts'
import { WITH_THE_COMMIT } from './handles.ts'

const desk = await testDesk({ keep: true })
const identity = () => desk.handles.of('identity')
const last = (text: string) => sql`${sql.raw(text)} ${sql.raw(WITH_THE_COMMIT)}`

describe('the last statement of a transaction', () => {
  it('takes effect with the commit', async () => {
    const before = await count()
    await identity()
      .transaction()
      .execute(async (trx) => {
        expect((await last(adding).execute(trx)).rows).toEqual([])
      })
    expect(await count()).toBe(before + 1)
  })

  it('is what the commit fails on', async () => {
    const before = await count()
    const failing = identity()
      .transaction()
      .execute(async (trx) => {
        await sql.raw(adding).execute(trx)
        await last('insert into base.audit_inbox (id) values (null)').execute(trx)
      })
    await expect(failing).rejects.toMatchObject({ code: '23502' })
    expect(await count()).toBe(before)
  })

  it('is forgotten when the transaction is undone', async () => {
    const before = await count()
    const undone = identity()
      .transaction()
      .execute(async (trx) => {
        await last(adding).execute(trx)
        throw new Error('on purpose')
      })
    await expect(undone).rejects.toThrow('on purpose')
    await identity()
      .transaction()
      .execute(async (trx) => sql`select 1`.execute(trx))
    expect(await count()).toBe(before)
  })

  it.each([
    ['another statement', 'select 1'],
    ['another last one', `select 1 ${WITH_THE_COMMIT}`],
  ])('is followed by nothing else: %s', async (_words, text) => {
    const before = await count()
    const going = identity()
      .transaction()
      .execute(async (trx) => {
        await last(adding).execute(trx)
        await sql.raw(text).execute(trx)
      })
    await expect(going).rejects.toThrow('last statement')
    expect(await count()).toBe(before)
  })
})

const adding = `insert into base.audit_inbox (id, at, actor_kind, purpose, operation, via, outcome, subjects)
  values (gen_random_uuid(), now(), 'system', 'identity', 'probe', 'job', 'done', '{}')`

async function count(): Promise<number> {
  return (await desk.owner.query('select from base.audit_inbox')).rowCount ?? 0
}
