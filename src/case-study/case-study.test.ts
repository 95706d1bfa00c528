/** A case study is read by everybody only while an owner of the client approves exactly its text. P18's check sees it broken. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { TestDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, lookedDesk, operationsBut } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'
import { expireConsents } from '../privacy/limits/expire-consents.ts'
import { recordConsent } from '../privacy/limits/record-consent.ts'
import { setLimit } from '../privacy/limits/set-limit.ts'
import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'
import { endPerson } from '../rights/ending/end-person.ts'
import { decideCaseStudy, ownCaseStudies } from './decide-study.ts'
import { caseStudiesOfClient, listCaseStudies, showCaseStudy } from './show-studies.ts'
import { dropCaseStudy, writeCaseStudy } from './write-study.ts'

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

const staff = () => desk.as(sales)
/** As a request about one's data does it. */
const takenBack = {
  purpose: 'case_studies',
  decision: 'withdrawn',
  method: 'withdraw',
  surface: 'request 1',
} as const
const text = {
  titleRo: 'Un server salvat',
  titleEn: 'A server saved',
  bodyRo: 'Într-o noapte de marți.\n\nApoi a mers.',
  bodyEn: 'On a Tuesday night.\n\nThen it ran.',
}
const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const write = async (member: MemberActor, more: object = {}) =>
  (await staff().call(writeCaseStudy, { accountId: member.accountId, ...text, ...more })).studyId
const own = async (member: MemberActor, studyId: string) =>
  (await desk.as(member).call(ownCaseStudies, {})).studies.find((one) => one.id === studyId)
const decide = async (member: MemberActor, studyId: string, answer: 'yes' | 'no', hash?: string) =>
  desk.as(member).call(decideCaseStudy, { studyId, answer, text: hash ?? (await own(member, studyId))?.text ?? '' })
const isPublic = async (studyId: string) => {
  const visitor = desk.as({ kind: 'visitor' })
  const listed = (await visitor.call(listCaseStudies, {})).studies.some((one) => one.id === studyId)
  const shown = await visitor.call(showCaseStudy, { studyId }).then(
    () => true,
    (error) => {
      expect(error).toMatchObject({ code: 'not_found' })
      return false
    },
  )
  expect(listed).toBe(shown)
  return shown
}

describe('a case study', () => {
  it('is written by sales or the owner about a client, and asks its owners', async () => {
    const member = await givenMember(desk)
    const colleague = await givenMember(desk, { accountId: member.accountId, roles: ['technical'] })
    for (const other of [member, await givenStaff(desk, { roles: ['technician', 'billing', 'privacy'] })]) {
      const wrong = desk.as(other).call(writeCaseStudy, { accountId: member.accountId, ...text })
      await expect(wrong).rejects.toMatchObject({ code: 'role' })
    }
    await expect(staff().call(writeCaseStudy, { accountId: newId(), ...text })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(write(member, { bodyEn: ' ' })).rejects.toMatchObject({ fields: { bodyEn: expect.any(String) } })
    const other = await givenMember(desk)
    const studyId = await write(member)
    await expect(write(other, { studyId })).rejects.toMatchObject({ code: 'not_found' })
    await desk.runJobs()
    const letters = await rows(`select person_id from base.letter where kind = 'case_study' and account_id = $1`, [
      member.accountId,
    ])
    expect(letters.map((one) => one.person_id)).toEqual([member.personId])
    expect(await isPublic(studyId)).toBe(false)
    await expect(decide(colleague, studyId, 'yes', 'a'.repeat(64))).rejects.toMatchObject({ code: 'role' })
    await expect(decide(other, studyId, 'yes', 'a'.repeat(64))).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is public from the approval of its exact text, and not after a comma changed, until that is approved too', async () => {
    const member = await givenMember(desk)
    const studyId = await write(member)
    await expect(decide(member, studyId, 'yes', 'a'.repeat(64))).rejects.toMatchObject({
      fields: { text: expect.any(String) },
    })
    const first = (await own(member, studyId))?.text ?? ''
    await decide(member, studyId, 'yes')
    expect(await isPublic(studyId)).toBe(true)
    await write(member, { studyId, bodyEn: `${text.bodyEn}!` })
    expect(await isPublic(studyId)).toBe(false)
    await expect(decide(member, studyId, 'yes', first)).rejects.toMatchObject({ fields: { text: expect.any(String) } })
    expect(await own(member, studyId)).toMatchObject({ state: 'asked' })
    await decide(member, studyId, 'yes')
    expect(await isPublic(studyId)).toBe(true)
    const { studies } = await staff().call(caseStudiesOfClient, { accountId: member.accountId })
    expect(studies).toMatchObject([{ id: studyId, state: 'published' }])
    await staff().call(dropCaseStudy, { accountId: member.accountId, studyId })
    expect(await isPublic(studyId)).toBe(false)
  })

  it('is never public under words that were not approved, when it is approved and changed at the same moment', async () => {
    for (let round = 0; round < 6; round++) {
      const member = await givenMember(desk)
      const studyId = await write(member)
      const { text: seen = '' } = (await own(member, studyId)) ?? {}
      await Promise.allSettled([
        decide(member, studyId, 'yes', seen),
        write(member, { studyId, bodyRo: `Altceva ${round}` }),
      ])
      expect(await isPublic(studyId)).toBe(false)
    }
  })

  it('is gone at once when the approval is taken back, by any owner; the consent goes with the last text', async () => {
    const member = await givenMember(desk)
    const partner = await givenMember(desk, { accountId: member.accountId })
    const [one, two] = [await write(member), await write(member, { titleEn: 'Another' })]
    await decide(member, one, 'yes')
    await decide(member, one, 'yes')
    await decide(member, two, 'yes')
    await decide(partner, one, 'no')
    expect([await isPublic(one), await isPublic(two)]).toEqual([false, true])
    await decide(member, two, 'no')
    expect(await isPublic(two)).toBe(false)
    const ledger = await rows('select decision from base.consent_entry where person_id = $1 order by id', [
      member.personId,
    ])
    expect(ledger.map((entry) => entry.decision)).toEqual(['given', 'given', 'withdrawn'])
    expect(await own(member, two)).toMatchObject({ state: 'withdrawn' })
  })

  it('stays gone once the consent to it was taken back or ran out, whatever else is approved later', async () => {
    const ways = [
      (member: MemberActor) =>
        desk.handles
          .of('rights')
          .transaction()
          .execute((trx) => recordConsent(trx as never, member, { ...takenBack, language: 'ro' }, member)),
      (member: MemberActor) =>
        desk.owner.query(`update base.limit_entry set at = at - interval '13 months' where person_id = $1`, [
          member.personId,
        ]),
    ]
    for (const way of ways) {
      const member = await givenMember(desk)
      const [one, two] = [await write(member), await write(member, { titleEn: 'Another' })]
      await decide(member, one, 'yes')
      await way(member)
      await desk.as({ kind: 'system', job: 'test' }).call(expireConsents, {})
      expect(await isPublic(one)).toBe(false)
      expect(await own(member, one)).toMatchObject({ state: 'withdrawn' })
      await decide(member, two, 'yes')
      expect([await isPublic(one), await isPublic(two)]).toEqual([false, true])
      expect(await own(member, one)).toMatchObject({ state: 'withdrawn' })
      await decide(member, one, 'yes')
      expect([await isPublic(one), await isPublic(two)]).toEqual([true, true])
      for (const studyId of [one, two]) await staff().call(dropCaseStudy, { accountId: member.accountId, studyId })
    }
  })

  it('is gone with the consent, the restriction, and the person', async () => {
    const restricted = await givenMember(desk)
    const first = await write(restricted)
    await decide(restricted, first, 'yes')
    await desk.handles
      .of('rights')
      .transaction()
      .execute((trx) => setLimit(trx as never, restricted, { kind: 'restricted' }, sales))
    expect(await isPublic(first)).toBe(false)
    const leaving = await givenMember(desk)
    await givenMember(desk, { accountId: leaving.accountId })
    const second = await write(leaving)
    await decide(leaving, second, 'yes')
    await desk.as(leaving).call(endPerson, { understood: 'yes' })
    expect(await isPublic(second)).toBe(false)
    await desk.runJobs()
  })
})

describe('P18 approved_text', () => {
  const look = (changed: object = {}) => checks.look('P18', 'approved_text', changed)

  it('holds with a text that is published, and fails when a letter of it is changed past the program', async () => {
    const member = await givenMember(desk)
    const studyId = await write(member)
    await decide(member, studyId, 'yes')
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('published: 1,') } })
    await desk.owner.query(`update base.case_study set body_en = body_en || '.' where id = $1`, [studyId])
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('in secret: 1') } })
    await desk.owner.query(`update base.case_study set body_en = left(body_en, -1) where id = $1`, [studyId])
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when an approval has no consent in the ledger, and when a withdrawn one is seen', async () => {
    await desk.owner.query(
      `update base.consent_entry set decision = 'refused' where purpose = 'case_studies' and decision = 'given'`,
    )
    expect(await look()).toMatchObject({ holds: false, figure: { en: expect.stringContaining('without approval: 1') } })
    await desk.owner.query(
      `update base.consent_entry set decision = 'given' where purpose = 'case_studies' and decision = 'refused'`,
    )
    // A consent to another text, long before, is none to this one.
    const earlier = (by: string) =>
      desk.owner.query(`update base.consent_entry set at = at - $1::interval where purpose = 'case_studies'`, [by])
    await earlier('1 day')
    expect(await look()).toMatchObject({ holds: false })
    await earlier('-1 day')
    const [{ sql }] = await rows(`select pg_get_viewdef('case_studies.case_study_approval'::regclass) as sql`)
    await desk.owner.query(
      `create or replace view case_studies.case_study_approval as ${sql.replace(/WHERE[\s\S]*$/, '')}`,
    )
    expect(await look()).toMatchObject({ holds: false })
    await desk.owner.query(`create or replace view case_studies.case_study_approval as ${sql}`)
    expect(await look()).toMatchObject({ holds: true })
  })

  it('fails when others than the owner of the client may approve, or the pages read past the purpose', async () => {
    for (const who of [
      { member: 'any' },
      { member: ['owner'], staff: ['sales'] },
      { member: ['owner'], system: true },
    ]) {
      expect(await look({ operations: operationsBut(checks.ground, 'case_study.decide', { who }) })).toMatchObject({
        holds: false,
      })
    }
    const past = operationsBut(checks.ground, 'case_study.show', { purpose: 'rights' })
    expect(await look({ operations: past })).toMatchObject({ holds: false })
  })
})
