/** What the register of disclosures promises is broken on a real database, and the check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../../test/support/promises.ts'
import { newId } from '../../platform/database/id.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const entries = () => checks.look('P24', 'entries')
const register = () => checks.look('P21', 'register')

async function disclosed(telling: 'tell' | 'forbidden', kind = 'law', signs: readonly string[] = []): Promise<string> {
  const id = newId()
  const { staffId } = await givenStaff(desk)
  await desk.owner.query(
    `insert into base.disclosure (id, kind, asked_by, ground, what, categories, indicators, persons, telling,
       forbidden_by, given_at, noted_at, decided_by)
     values ($1, $2, 'ANAF', 'art. 61', 'facturi', $3, $4, $5, $6, $7, now() - interval '3 days', now() - interval '2 days', $8)`,
    [
      id,
      kind,
      kind === 'indicator' ? [] : ['contact'],
      signs,
      kind === 'indicator' ? 0 : 1,
      telling,
      telling === 'forbidden' ? 'ordin' : null,
      staffId,
    ],
  )
  return id
}
const about = (id: string, { accountId, personId }: { accountId: string; personId: string }) =>
  desk.owner.query(
    'insert into base.disclosure_subject (account_id, id, person_id, disclosure_id) values ($1, $2, $3, $4)',
    [accountId, newId(), personId, id],
  )
const tell = (id: string, { accountId, personId }: { accountId: string; personId: string }) =>
  desk.owner.query(
    `insert into base.disclosure_told (account_id, id, person_id, disclosure_id, asked_by, ground, what, categories, given_at)
     values ($1, $2, $3, $4, 'ANAF', 'art. 61', 'facturi', array['contact'], now())`,
    [accountId, newId(), personId, id],
  )

describe('P24 entries', () => {
  it('sees a person who was not told, and one who was although the law forbids it', async () => {
    expect(await entries()).toMatchObject({ holds: true })
    const member = await givenMember(desk)
    const open = await disclosed('tell')
    await about(open, member)
    expect(await entries()).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('people not told: 1') },
    })
    await tell(open, member)
    expect(await entries()).toMatchObject({ holds: true })
    const silent = await disclosed('forbidden')
    await about(silent, member)
    expect(await entries()).toMatchObject({ holds: true })
    await tell(silent, member)
    expect(await entries()).toMatchObject({ holds: false })
    await desk.owner.query('delete from base.disclosure where id = $1', [silent])
    expect(await entries()).toMatchObject({ holds: true })
  })

  it('sees a sign that carries more than the sign, and that nobody can note any more', async () => {
    const id = await disclosed('tell', 'indicator', ['203.0.113.7', 'ioana@client.test'])
    expect(await entries()).toMatchObject({ holds: false })
    await desk.owner.query('delete from base.disclosure where id = $1', [id])
    const operations = operationsBut(checks.ground, 'disclosure.note', null)
    expect(await checks.look('P24', 'entries', { operations })).toMatchObject({ holds: false })
  })
})

describe('P21 register', () => {
  it('sees a purpose that may change it, one that may read it, and pages that are gone', async () => {
    expect(await register()).toMatchObject({ holds: true })
    for (const grant of ['update on base.disclosure', 'delete on base.disclosure_told', 'select on base.disclosure']) {
      await desk.owner.query(`grant ${grant} to zavor_support`)
      expect(await register(), grant).toMatchObject({ holds: false })
      await desk.owner.query(`revoke ${grant} from zavor_support`)
    }
    const operations = operationsBut(checks.ground, 'disclosure.list', null)
    expect(await checks.look('P21', 'register', { operations })).toMatchObject({ holds: false })
  })
})
