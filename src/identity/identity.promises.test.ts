/** Each promise that identity keeps is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenLogin, givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut, pageOf } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'

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

describe('a broken promise of identity is seen', () => {
  it('P2: a form that asks for more or less than it declares, or does not say why', async () => {
    const register = checks.ground.operations.find(({ name }) => name === 'account.register')
    const shape = register?.input instanceof z.ZodObject ? register.input.shape : {}
    const names = Object.keys(shape).filter((name) => name !== 'language')
    const form = (fields: readonly string[], reason = '<a href="/ro/policy#p2">') =>
      `<main>${fields.map((name) => `<input name="${name}" aria-describedby="why-${name}">`).join('')}
       ${fields.map((name) => `<p id="why-${name}">${reason}</p>${' '.repeat(2000)}`).join('')}</main>`
    const look = (body: string, changed = {}) =>
      checks.look('P2', 'form_fields', { page: async () => pageOf(body), ...changed })
    expect(await look(form(names))).toMatchObject({ holds: true })
    expect(await look(form([...names, 'shoe_size']))).toMatchObject({ holds: false })
    expect(await look(form(names.slice(1)))).toMatchObject({ holds: false })
    expect(await look(form(names, 'Este nevoie.'))).toMatchObject({ holds: false })
    const operations = operationsBut(checks.ground, 'account.register', { input: z.strictObject({ name: z.string() }) })
    expect(await look(form(names), { operations })).toMatchObject({ holds: false })
  })

  it('P2: a detail that the download leaves out', async () => {
    expect(await checks.look('P2', 'exported')).toMatchObject({ holds: true })
    const maps = checks.ground.maps.filter(({ table }) => table !== 'person')
    expect(await checks.look('P2', 'exported', { maps })).toMatchObject({ holds: false })
  })

  it('P21: a client who accepted no terms', async () => {
    expect(await checks.look('P21', 'terms_accepted')).toMatchObject({ holds: true })
    await givenMember(desk)
    expect(await checks.look('P21', 'terms_accepted')).toMatchObject({ holds: false })
  })

  it('P40: a member who stated no age', async () => {
    await desk.owner.query('update base.person set age_stated_at = now()')
    expect(await checks.look('P40', 'age_stated')).toMatchObject({ holds: true })
    await desk.owner.query('update base.person set age_stated_at = null')
    expect(await checks.look('P40', 'age_stated')).toMatchObject({ holds: false })
  })

  it('P26: one of the staff without a second factor, and nobody to look at', async () => {
    expect(await checks.look('P26', 'second_factor')).toMatchObject({ holds: false })
    const { actor } = await givenLogin(desk, await givenStaff(desk))
    expect(await checks.look('P26', 'second_factor')).toMatchObject({ holds: false })
    await desk.owner.query(
      "insert into base.login_two_factor (id, login_id, secret, backup_codes, verified) values ($1, $2, 's', 'c', true)",
      [newId(), actor.loginId],
    )
    await desk.owner.query('update base.login set two_factor_enabled = true')
    expect(await checks.look('P26', 'second_factor')).toMatchObject({ holds: true })
    await desk.owner.query('update base.login_two_factor set verified = false')
    expect(await checks.look('P26', 'second_factor')).toMatchObject({ holds: false })
    await desk.owner.query('update base.login_two_factor set verified = true')
    await desk.owner.query('update base.login set two_factor_enabled = false')
    expect(await checks.look('P26', 'second_factor')).toMatchObject({ holds: false })
  })
})
