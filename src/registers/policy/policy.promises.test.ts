/** What the publication of the policy promises is broken on a real database, and the check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProvider } from '../../../test/support/given.ts'
import { type Looking, looking } from '../../../test/support/promises.ts'
import { publishFirstPolicy } from './publish-policy.ts'

let desk: TestDesk
let checks: Looking

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  await givenProvider(desk)
  await desk.as({ kind: 'system', job: 'test' }).call(publishFirstPolicy, {})
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

/** Past the trigger that refuses: as somebody would who owns the machine. */
async function forced(statement: string): Promise<void> {
  await desk.owner.query(
    `begin; alter table base.policy_version disable trigger user; ${statement}; alter table base.policy_version enable trigger user; commit`,
  )
}

describe('P41', () => {
  it('versions: what runs is not what was published', async () => {
    expect(await checks.look('P41', 'versions')).toMatchObject({ holds: true })
    const running = { ...checks.ground.running, hash: '0'.repeat(64) }
    const finding = await checks.look('P41', 'versions', { running })
    expect(finding).toMatchObject({ holds: false, figure: { en: expect.stringContaining('unpublished change') } })
  })

  it('versions: a published text altered, or one taken away', async () => {
    await forced(`update base.policy_version set text_en = text_en || ' '`)
    expect(await checks.look('P41', 'versions')).toMatchObject({ holds: false })
    await forced(`update base.policy_version set text_en = left(text_en, -1)`)
    expect(await checks.look('P41', 'versions')).toMatchObject({ holds: true })
    await forced(`update base.policy_version set number = 2`)
    expect(await checks.look('P41', 'versions')).toMatchObject({ holds: false })
    await forced(`update base.policy_version set number = 1`)
  })

  it('told: somebody who was here was not told', async () => {
    const member = await givenMember(desk)
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: true })
    await forced(`update base.policy_version set weight = 'material', published_at = now() - interval '2 days'`)
    await desk.owner.query(`update base.person set created_at = now() - interval '9 days'`)
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: false })
    await desk.owner.query(
      'insert into base.policy_notice (account_id, person_id, version_id) select $1, $2, id from base.policy_version',
      [member.accountId, member.personId],
    )
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: true })
  })

  it('told: somebody was not told who came before the day of a version, though after its publication', async () => {
    await forced(
      `update base.policy_version set published_at = now() - interval '9 days', effective_on = current_date + 5`,
    )
    const late = await givenMember(desk)
    const came = (ago: string) =>
      desk.owner.query(`update base.person set created_at = now() - $2::interval where id = $1`, [late.personId, ago])
    await came('1 hour')
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: true })
    await came('3 days')
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: false })
    // Whoever came once it held read it as it is.
    await forced(`update base.policy_version set effective_on = current_date - 5`)
    expect(await checks.look('P41', 'told')).toMatchObject({ holds: true })
  })
})
