/** What the register of recipients promises is broken on a real database, and the check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProcessor } from '../../../test/support/given.ts'
import { type Looking, looking } from '../../../test/support/promises.ts'
import { newId } from '../../platform/database/id.ts'

let desk: TestDesk
let checks: Looking
let mail: { processorId: string; groundId: string }

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

async function sent(carrier: string | null): Promise<string> {
  const { accountId, personId } = await givenMember(desk)
  const id = newId()
  await desk.owner.query(
    `insert into base.letter (account_id, id, person_id, kind, purpose, language, status, carrier, sent_at)
     values ($1, $2, $3, 'x', 'orders', 'ro', 'sent', $4, now())`,
    [accountId, id, personId, carrier],
  )
  return id
}
const unsend = (id: string) => desk.owner.query('delete from base.letter where id = $1', [id])
const enabledOnly = () => checks.look('P22', 'enabled_only')
const blocked = () => checks.look('P42', 'blocked')

describe('P22 enabled_only, P42 blocked', () => {
  it('does not hold while nobody says where the data lies', async () => {
    expect(await enabledOnly()).toMatchObject({ holds: false })
    expect(await blocked()).toMatchObject({ holds: false })
    await givenProcessor(desk, 'hosting')
    mail = await givenProcessor(desk)
    expect(await enabledOnly()).toMatchObject({ holds: true })
    expect(await blocked()).toMatchObject({ holds: true })
  })

  it('sees a letter that left to nobody, and one that left after the ground had fallen', async () => {
    const nobody = await sent(null)
    expect(await enabledOnly()).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('to nobody enabled: 1') },
    })
    await unsend(nobody)
    const fine = await sent(mail.processorId)
    expect(await enabledOnly()).toMatchObject({ holds: true })
    const { rows } = await desk.owner.query('select id from base.staff limit 1')
    await desk.owner.query(
      `update base.transfer_ground set invalid_at = now() - interval '1 hour', invalid_by = $2, invalid_why = 'x' where id = $1`,
      [mail.groundId, rows[0].id],
    )
    expect(await enabledOnly()).toMatchObject({ holds: false })
    expect(await blocked()).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('sent after the fall: 1') },
    })
    await desk.owner.query(`update base.transfer_ground set invalid_at = now() where id = $1`, [mail.groundId])
    expect(await blocked()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('fallen ground: 1') } })
    await desk.owner.query(
      `update base.transfer_ground set invalid_at = null, invalid_by = null, invalid_why = null where id = $1`,
      [mail.groundId],
    )
    await unsend(fine)
  })

  it('sees a purpose that writes letters which the policy does not tell of', async () => {
    const policy = structuredClone(checks.ground.policy) as never as { purposes: { orders: { recipients: string[] } } }
    policy.purposes.orders.recipients = ['hosting']
    expect(await checks.look('P22', 'enabled_only', { policy: policy as never })).toMatchObject({ holds: false })
  })

  it.each([
    ['it lies outside the EEA on the ground of lying in it', `country = 'US'`],
    ['its contract comes later', 'contract_on = current_date + 1'],
    ['it does what the policy gives it not to do', `purposes = array['improvement']`],
    ['it is given data that the policy does not name', `categories = array['genes']`],
  ])('P42 sees one that was enabled and is not what the policy says: %s', async (_, change) => {
    expect(await blocked()).toMatchObject({ holds: true })
    const { rows } = await desk.owner.query('select * from base.processor where id = $1', [mail.processorId])
    await desk.owner.query(`update base.processor set ${change} where id = $1`, [mail.processorId])
    expect(await blocked()).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('not as the policy says: 1') },
    })
    const { country, contract_on, purposes, categories } = rows[0]
    await desk.owner.query(
      'update base.processor set country = $2, contract_on = $3, purposes = $4, categories = $5 where id = $1',
      [mail.processorId, country, contract_on, purposes, categories],
    )
  })

  it.each([
    ['nobody looked at in time', `review_on = current_date - 1`],
    ['nobody will ever look at again', `review_on = '9999-12-31'`],
    ['has no day on which somebody looks again', `review_on = null, kind = 'clauses'`],
  ])('sees a ground that %s', async (_, change) => {
    await desk.owner.query(`update base.transfer_ground set review_on = null, kind = 'eea' where id = $1`, [
      mail.groundId,
    ])
    expect(await blocked()).toMatchObject({ holds: true })
    await desk.owner.query(`update base.transfer_ground set ${change} where id = $1`, [mail.groundId])
    expect(await blocked()).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('not reviewed in time: 1') },
    })
  })
})
