/** P32: what is public is said before an account is closed, and the check sees when it is not. */
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { approveStudy, givenStudy } from '../../../test/support/case-study.ts'
import type { TestDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { type Looking, lookedDesk, operationsBut, pageOf } from '../../../test/support/promises.ts'
import { decideCaseStudy } from '../../case-study/decide-study.ts'
import { listCaseStudies } from '../../case-study/show-studies.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import type { Ground } from '../../privacy/promises/check.ts'
import { endAccount } from './end-account.ts'
import { endPerson } from './end-person.ts'
import { accountEndPlan, personEndPlan } from './end-plan.ts'

let desk: TestDesk
let checks: Looking
let sales: StaffActor
beforeAll(async () => {
  const given = await lookedDesk()
  desk = given.desk
  checks = given.checks
  sales = await givenStaff(desk, { roles: ['sales'] })
  return given.close
})

const write = (accountId: string) => givenStudy(desk, sales, accountId)
const approve = (member: MemberActor, studyId: string) => approveStudy(desk, member, studyId)
const publicNow = async () => (await desk.as({ kind: 'visitor' }).call(listCaseStudies, {})).studies.map(({ id }) => id)
/** The page as visitors get it: what they may read now, and what else is put on it. */
const look = async (changed: Partial<Ground> = {}, more: readonly string[] = []) => {
  const links = [...(await publicNow()), ...more].map((id) => `<a href="/en/case-studies/${id}">A case</a>`)
  return checks.look('P32', 'said_at_closing', { page: async () => pageOf(links.join('')), ...changed })
}

describe('before an account is closed', () => {
  it('nothing is called public that waits, was refused or belongs to another client', async () => {
    const member = await givenMember(desk)
    const other = await givenMember(desk)
    await approve(other, await write(other.accountId))
    const waits = await write(member.accountId)
    expect(await desk.as(member).call(accountEndPlan, {})).toMatchObject({ public: [] })
    await desk.as(member).call(decideCaseStudy, { studyId: waits, answer: 'no' })
    expect(await desk.as(member).call(personEndPlan, {})).toMatchObject({ public: [] })
  })

  it('each public text is listed, and is taken down with the account', async () => {
    const member = await givenMember(desk)
    const studyId = await write(member.accountId)
    await approve(member, studyId)
    const listed = [
      {
        title: { ro: 'Un caz', en: 'A case' },
        path: `/case-studies/${studyId}`,
        becomes: 'taken_down',
        removeAt: '/desk/privacy/case-studies',
      },
    ]
    expect((await desk.as(member).call(accountEndPlan, {})).public).toEqual(listed)
    expect((await desk.as(member).call(personEndPlan, {})).public).toEqual(listed)
    await desk.as(member).call(endAccount, { understood: 'yes' })
    expect(await publicNow()).not.toContain(studyId)
  })

  it('a text that another owner approves too is said to stay, and stays without whoever left', async () => {
    const leaving = await givenMember(desk)
    const staying = await givenMember(desk, { accountId: leaving.accountId })
    const bystander = await givenMember(desk, { accountId: leaving.accountId, roles: ['technical'] })
    const studyId = await write(leaving.accountId)
    for (const owner of [leaving, staying]) await approve(owner, studyId)
    expect((await desk.as(leaving).call(personEndPlan, {})).public).toMatchObject([{ becomes: 'stays' }])
    expect((await desk.as(leaving).call(accountEndPlan, {})).public).toMatchObject([{ becomes: 'taken_down' }])
    expect((await desk.as(bystander).call(personEndPlan, {})).public).toEqual([])
    await desk.as(leaving).call(endPerson, { understood: 'yes' })
    expect(await publicNow()).toContain(studyId)
    const { rows } = await desk.owner.query(`select person_id from base.case_study_approval where study_id = $1`, [
      studyId,
    ])
    expect(rows).toEqual([{ person_id: staying.personId }])
    expect((await desk.as(staying).call(personEndPlan, {})).public).toMatchObject([{ becomes: 'taken_down' }])
  })
})

describe('P32 said_at_closing', () => {
  it('holds, and fails when a plan is not for members or has no place for what is public', async () => {
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringMatching(/clients: [1-9]/) } })
    for (const name of ['account.end_plan', 'person.end_plan']) {
      for (const change of [null, { who: { staff: 'any' } }, { output: z.object({ people: z.number() }) }]) {
        expect(await look({ operations: operationsBut(checks.ground, name, change) })).toMatchObject({ holds: false })
      }
    }
  })

  it('fails when the page shows a text that no plan knows, or does not open', async () => {
    expect(await look({}, [newId()])).toMatchObject({
      holds: false,
      figure: { en: expect.stringContaining('not said at closing: 1') },
    })
    expect(await look({ page: async () => pageOf('', { status: 500 }) })).toMatchObject({ holds: false })
  })

  it('fails when the plans no longer see what visitors read', async () => {
    const { rows } = await desk.owner.query(`select pg_get_viewdef('rights.case_study_approval'::regclass) as sql`)
    const view = (sql: string) => desk.owner.query(`create or replace view rights.case_study_approval as ${sql}`)
    const whole = rows[0].sql.replace(/;\s*$/, '')
    await view(`select * from (${whole}) as v where false`)
    expect(await look()).toMatchObject({ holds: false })
    await view(whole)
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when a text rests on somebody who has gone', async () => {
    const member = await givenMember(desk)
    const studyId = await write(member.accountId)
    await approve(member, studyId)
    await desk.owner.query(`update base.person set erased_at = now() where id = $1`, [member.personId])
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('has gone: 1') } })
    await desk.owner.query(`update base.person set erased_at = null where id = $1`, [member.personId])
    expect(await look()).toMatchObject({ holds: true })
  })
})
