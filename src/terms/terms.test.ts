/** Versions of the terms never change, each client is asked once, and acceptance points at what was read. P21's check sees it broken. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, lookedDesk } from '../../test/support/promises.ts'
import { register } from '../identity/account/register.ts'
import { formNotices } from '../identity/form-notices.ts'
import type { StaffActor } from '../privacy/operation/actor.ts'
import { acceptTerms, pendingTerms } from './accept-terms.ts'
import { announceTerms, tellTerms } from './announce-terms.ts'
import { publishFirstTerms, publishTerms } from './publish-terms.ts'
import { showTerms } from './show-terms.ts'
import { blocksOf } from './terms-blocks.ts'

let desk: TestDesk
let checks: Looking
let owner: StaffActor
beforeAll(async () => {
  const given = await lookedDesk()
  desk = given.desk
  checks = given.checks
  owner = await givenStaff(desk, { roles: ['owner'] })
  return given.close
})

const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const system = () => desk.as({ kind: 'system', job: 'test' })
const boss = () => desk.as({ ...owner, freshAt: new Date() })
const visitor = () => desk.as({ kind: 'visitor' })
const shown = (number?: number) =>
  visitor().call(showTerms, { language: 'ro', ...(number === undefined ? {} : { number }) })
const words = (what: string) => `${what} ${'Termenii sunt scurți și pe înțeles. '.repeat(5)}`
const publish = async (what: string, after?: number) =>
  boss().call(publishTerms, {
    textRo: words(what),
    textEn: words(`${what} en`),
    after: after ?? (await shown()).shown?.number ?? 0,
  })
const look = (changed: object = {}) => checks.look('P21', 'terms_versions', changed)

describe('versions', () => {
  it('begin with what the desk comes with, once', async () => {
    const before = await shown()
    expect(before).toMatchObject({ shown: null, versions: [] })
    expect(await look()).toMatchObject({ holds: false })
    await Promise.all([system().call(publishFirstTerms, {}), system().call(publishFirstTerms, {})])
    const after = await shown()
    expect(after).toMatchObject({ shown: { number: 1 }, isCurrent: true, text: before.text })
    expect(blocksOf(after.text).filter((one) => one.kind === 'heading').length).toBeGreaterThan(4)
    expect(await look()).toMatchObject({ holds: true })
  })

  it('are published by the owner, who has just shown who they are, one after the other', async () => {
    const other = await givenStaff(desk, { roles: ['privacy', 'sales', 'technician', 'billing'] })
    const input = { textRo: words('x'), textEn: words('y'), after: 1 }
    await expect(desk.as(other).call(publishTerms, input)).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as({ ...owner, freshAt: null }).call(publishTerms, input)).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    await expect(boss().call(publishTerms, { ...input, textEn: 'scurt' })).rejects.toMatchObject({
      fields: { textEn: expect.any(String) },
    })
    const done = await Promise.allSettled(['a', 'b', 'c'].map((what) => publish(what, 1)))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect((await shown()).versions.map((one) => one.number)).toEqual([2, 1])
    await expect(boss().call(publishTerms, { ...input, after: 1 })).rejects.toMatchObject({ code: 'changed_meanwhile' })
    expect(await shown(1)).toMatchObject({ isCurrent: false })
    await expect(shown(9)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('cannot be changed or removed, not even by the owner of the database', async () => {
    for (const statement of [
      `update base.terms_version set text_en = 'all is ours'`,
      'delete from base.terms_version',
      'truncate base.terms_version cascade',
    ]) {
      await expect(desk.owner.query(statement), statement).rejects.toMatchObject({ code: 'ZV409' })
    }
  })
})

describe('a new version', () => {
  it('asks each client once by letter and in the account, and keeps nothing from anybody', async () => {
    const member = await givenMember(desk)
    const technical = await givenMember(desk, { accountId: member.accountId, roles: ['technical'] })
    await publish('Nou')
    await desk.runJobs()
    const versionId = (await rows('select id from base.terms_version order by number desc limit 1'))[0].id
    await system().call(announceTerms, { versionId, after: null })
    await Promise.all([1, 2, 3].map(() => system().call(tellTerms, { versionId, accountId: member.accountId })))
    await desk.runJobs()
    const letters = await rows(`select person_id from base.letter where kind = 'terms' and account_id = $1`, [
      member.accountId,
    ])
    expect(letters.map((one) => one.person_id)).toEqual([member.personId])
    expect(await desk.as(technical).call(pendingTerms, {})).toMatchObject({ acceptedAt: null, mayAccept: false })
    const pending = await desk.as(member).call(pendingTerms, {})
    expect(pending).toMatchObject({ acceptedAt: null, mayAccept: true, text: words('Nou').trim() })
    const hash = pending.current?.hash ?? ''
    await expect(desk.as(technical).call(acceptTerms, { hash })).rejects.toMatchObject({ code: 'role' })
    const old = (await shown(1)).shown?.hash ?? ''
    for (const wrong of ['', old, 'a'.repeat(64)]) {
      await expect(desk.as(member).call(acceptTerms, { hash: wrong })).rejects.toMatchObject({
        fields: { hash: expect.any(String) },
      })
    }
    await Promise.all([1, 2, 3].map(() => desk.as(member).call(acceptTerms, { hash })))
    expect(await rows('select version_id from base.terms_acceptance where person_id = $1', [member.personId])).toEqual([
      { version_id: versionId },
    ])
    expect(await desk.as(technical).call(pendingTerms, {})).toMatchObject({ acceptedAt: expect.any(Date) })
  })

  it('is what a registration accepts, and an older one no longer', async () => {
    const asked = await visitor().call(formNotices, { form: 'register' })
    const form = (terms: string) => ({
      name: 'Ioana Popa',
      email: 'termeni@client.test',
      phone: '+40 721 000 000',
      company: 'Client Unu SRL',
      address: 'Str. Zăvorului 1',
      city: 'Cluj-Napoca',
      postalCode: '400001',
      country: 'RO',
      language: 'ro' as const,
      age: 'old_enough' as const,
      terms,
    })
    const older = visitor().call(register, form((await shown(1)).shown?.version ?? ''))
    await expect(older).rejects.toMatchObject({ fields: { terms: expect.any(String) } })
    await visitor().call(register, form(asked.terms))
    const [accepted] = await rows(
      `select v.number from base.terms_acceptance t join base.person p on p.id = t.person_id
       join base.terms_version v on v.id = t.version_id where p.email = 'termeni@client.test'`,
    )
    expect(accepted.number).toBe((await shown()).shown?.number)
  })
})

describe('P21 terms_versions', () => {
  it('fails when a version was altered past the trigger, an acceptance points at none, or a client was not asked', async () => {
    const forced = (statement: string) =>
      desk.owner.query(
        `begin; alter table base.terms_version disable trigger user; ${statement}; alter table base.terms_version enable trigger user; commit`,
      )
    expect(await look()).toMatchObject({ holds: true })
    await forced(`update base.terms_version set text_en = text_en || ' ' where number = 1`)
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('altered: 1') } })
    await forced(`update base.terms_version set text_en = left(text_en, -1) where number = 1`)
    expect(await look()).toMatchObject({ holds: true })
    const [taken] = await rows(`select id, version_id from base.terms_acceptance where version_id is not null limit 1`)
    await desk.owner.query('update base.terms_acceptance set version_id = null where id = $1', [taken.id])
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('at none: 1') } })
    await desk.owner.query('update base.terms_acceptance set version_id = $2 where id = $1', [
      taken.id,
      taken.version_id,
    ])
    await forced(`update base.terms_version set published_at = now() - interval '3 days' where number > 1`)
    await desk.owner.query(`update base.account set created_at = now() - interval '9 days'`)
    const told = await rows('delete from base.terms_notice returning account_id')
    expect(told.length).toBeGreaterThan(0)
    expect(await look()).toMatchObject({ holds: false })
  })
})
