/** A report about a child: anybody makes one, it erases nobody by itself, a person decides within the day. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenProvider, givenStaff } from '../../test/support/given.ts'
import { newId } from '../platform/database/id.ts'
import type { StaffActor } from '../privacy/operation/actor.ts'
import { askChildReport } from './ask-report.ts'
import { leaveReport, removeChild } from './decide-report.ts'
import { followChildReport } from './follow-report.ts'
import { countChildReports, listChildReports } from './list-reports.ts'
import { makeChildReport } from './make-report.ts'
import { remindOfChildReports } from './remind-of-reports.ts'
import { showChildReport } from './show-report.ts'

let desk: TestDesk
let privacy: StaffActor
let at = new Date()
beforeAll(async () => {
  desk = await testDesk({ keep: true, now: () => at })
  await givenProvider(desk)
  privacy = await givenStaff(desk, { roles: ['privacy'], email: 'privacy@provider.test' })
})
afterAll(() => desk.close())

const visitor = () => desk.as({ kind: 'visitor' })
const staff = (fresh = true) => desk.as({ ...privacy, freshAt: fresh ? at : null })
const rows = async (sql: string, values: unknown[] = []) => (await desk.owner.query(sql, values)).rows
const living = async (personId: string) =>
  (await rows('select from base.person where id = $1 and erased_at is null', [personId])).length === 1

const report = async (more: object = {}) => {
  const { token } = await visitor().call(makeChildReport, {
    kind: 'under_age',
    aboutWhom: 'copil@scoala.test',
    language: 'ro',
    ...more,
  } as never)
  const [row] = await rows('select id from base.child_report order by number desc limit 1')
  return { token, reportId: row.id as string }
}
const yes = 'yes' as const
const removal = (
  reportId: string,
  persons: { accountId: string; personId: string; scope: 'person' | 'account' }[],
) => ({
  reportId,
  persons,
  knownBy: 'parent' as const,
  understood: yes,
})

describe('making a report', () => {
  it('needs no account, goes to the privacy staff with a day, and changes nothing about anybody', async () => {
    const child = await givenMember(desk, { email: 'copil@scoala.test' })
    await visitor().call(askChildReport, { language: 'ro' })
    const { token, reportId } = await report({ why: 'Este colegul fiului meu, are 11 ani.', email: 'mama@acasa.test' })
    await desk.runJobs()
    expect(await living(child.personId)).toBe(true)
    const followed = await visitor().call(followChildReport, { token })
    expect(followed).toMatchObject({ decidedAt: null, told: null, receipt: 'waits' })
    expect(followed.dueAt.getTime() - followed.receivedAt.getTime()).toBe(24 * 3_600_000)
    const letters = await rows('select staff_id, sealed from base.staff_letter where kind = $1', ['child_report'])
    expect(letters.map((one) => one.staff_id)).toEqual([privacy.staffId])
    const { words } = await desk.tools.letters.open({
      id: (await rows('select id from base.staff_letter'))[0].id,
      sealed: letters[0].sealed,
    })
    expect(JSON.stringify(words)).not.toMatch(/copil@scoala|11 ani|mama@/)
    expect(await staff().call(showChildReport, { reportId })).toMatchObject({
      people: [{ personId: child.personId, capacity: 'controller', ways: [{ scope: 'account' }] }],
    })
    await staff().call(leaveReport, { reportId, outcome: 'no_child' })
  })

  it('sent twice by the same form is one report, whose newest link works', async () => {
    const sendingId = newId()
    const first = await report({ sendingId })
    const second = await report({ sendingId })
    expect(second.reportId).toBe(first.reportId)
    await expect(visitor().call(followChildReport, { token: first.token })).rejects.toMatchObject({ code: 'not_found' })
    await visitor().call(followChildReport, { token: second.token })
    await staff().call(leaveReport, { reportId: second.reportId, outcome: 'nothing_found' })
    await expect(report({ sendingId })).rejects.toMatchObject({ code: 'already_reported' })
  })

  it.each([
    ['nobody named', { aboutWhom: ' ' }, 'aboutWhom'],
    ['a card number', { aboutWhom: '4111 1111 1111 1111' }, 'aboutWhom'],
    ['an essay', { why: 'x'.repeat(2001) }, 'why'],
    ['no address', { email: 'mama' }, 'email'],
    ['another kind', { kind: 'noisy' }, 'kind'],
    ['a program', { website: 'https://spam.test' }, 'website'],
    ['a birth date', { bornOn: '2015-01-01' }, 'bornOn'],
  ])('%s: the field is named and nothing is written', async (_, more, field) => {
    const before = await rows('select count(*) from base.child_report')
    await expect(report(more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } })
    expect(await rows('select count(*) from base.child_report')).toEqual(before)
  })

  it('floods nobody of the staff, from however many addresses it comes: what waits is in the reminders', async () => {
    const began = at
    at = new Date(began.getTime() + 40 * 86_400_000)
    const letters = async () =>
      (
        await rows(`select count(*)::int as n from base.staff_letter where staff_id = $1 and kind = 'child_report'`, [
          privacy.staffId,
        ])
      )[0].n
    const before = await letters()
    const ids: string[] = []
    for (let n = 0; n < 26; n++) ids.push((await report({ aboutWhom: `copil${n}@scoala.test` })).reportId)
    expect((await letters()) - before).toBe(20)
    // An hour later the next one is told of again, and half a day later all of them in one letter.
    at = new Date(at.getTime() + 61 * 60_000)
    ids.push((await report()).reportId)
    expect((await letters()) - before).toBe(21)
    at = new Date(at.getTime() + 13 * 3_600_000)
    expect(await desk.as({ kind: 'system', job: 'test' }).call(remindOfChildReports, {})).toMatchObject({
      reports: expect.any(Number),
    })
    expect((await letters()) - before).toBe(22)
    const { rows: reminded } = await desk.owner.query(
      'select from base.child_report where id = any ($1) and reminded > 0',
      [ids],
    )
    expect(reminded).toHaveLength(27)
    await desk.owner.query('delete from base.child_report where id = any ($1)', [ids])
    at = began
  })

  it('is limited from one network address', async () => {
    const from = (address: string) =>
      desk.call({ actor: { kind: 'visitor' }, via: 'page', address }, makeChildReport, {
        kind: 'under_age',
        aboutWhom: 'flood@scoala.test',
        language: 'en',
      })
    for (let sent = 0; sent < 5; sent++) await from('203.0.113.77')
    await expect(from('203.0.113.77')).rejects.toMatchObject({ code: 'too_many' })
    await from('203.0.113.78')
    await desk.owner.query(`delete from base.child_report where about_whom = 'flood@scoala.test'`)
  })
})

describe('deciding', () => {
  it('is for the privacy staff alone, who have just shown who they are, and not without a yes and a reason', async () => {
    const child = await givenMember(desk)
    const { reportId } = await report()
    const input = removal(reportId, [{ accountId: child.accountId, personId: child.personId, scope: 'account' }])
    const others = [await givenStaff(desk, { roles: ['technician', 'sales', 'billing'] }), child]
    for (const other of others) {
      await expect(desk.as(other).call(removeChild, input)).rejects.toMatchObject({ code: 'role' })
      await expect(desk.as(other).call(showChildReport, { reportId })).rejects.toMatchObject({ code: 'role' })
      await expect(desk.as(other).call(listChildReports, {})).rejects.toMatchObject({ code: 'role' })
    }
    await expect(staff(false).call(removeChild, input)).rejects.toMatchObject({ code: 'fresh_sign_in' })
    const unsure = staff().call(removeChild, { ...input, understood: 'no' as 'yes' })
    await expect(unsure).rejects.toMatchObject({ fields: { understood: expect.any(String) } })
    const unsaid = staff().call(removeChild, { ...input, knownBy: '' as 'parent' })
    await expect(unsaid).rejects.toMatchObject({ fields: { knownBy: expect.any(String) } })
    const foreign = { ...input, persons: [{ ...input.persons[0]!, accountId: newId() }] }
    await expect(staff().call(removeChild, foreign)).rejects.toMatchObject({ code: 'not_found' })
    expect(await living(child.personId)).toBe(true)
    await staff().call(leaveReport, { reportId, outcome: 'no_child' })
    await expect(staff().call(removeChild, input)).rejects.toMatchObject({ code: 'already_decided' })
    expect(await living(child.personId)).toBe(true)
  })

  it('removes once, also when two decide at once, and leaves nothing of what the report said', async () => {
    const email = `${newId()}@scoala.test`
    const owner = await givenMember(desk)
    const child = await givenMember(desk, {
      accountId: owner.accountId,
      roles: ['technical'],
      name: 'Matei Mic',
      email,
    })
    const { reportId, token } = await report({ aboutWhom: `scrie de la ${email}`, why: 'Matei Mic are 12 ani.' })
    const twin = await report({ aboutWhom: email.toUpperCase(), kind: 'without_parent' })
    const other = await report({ aboutWhom: 'altcineva@scoala.test' })
    const input = removal(reportId, [{ accountId: child.accountId, personId: child.personId, scope: 'person' }])
    const done = await Promise.allSettled([staff().call(removeChild, input), staff().call(removeChild, input)])
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const late = staff().call(leaveReport, { reportId, outcome: 'no_child' })
    await expect(late).rejects.toMatchObject({ code: 'already_decided' })
    await desk.runJobs()
    expect(await living(child.personId)).toBe(false)
    expect(await living(owner.personId)).toBe(true)
    expect(await visitor().call(followChildReport, { token })).toMatchObject({ told: 'removed' })
    expect(await visitor().call(followChildReport, { token: twin.token })).toMatchObject({ told: 'removed' })
    expect(await visitor().call(followChildReport, { token: other.token })).toMatchObject({ told: null })
    const left = JSON.stringify(await rows('select * from base.child_report where id <> $1', [other.reportId]))
    expect(left).not.toMatch(/Matei|12 ani/)
    expect(left.toLowerCase()).not.toContain(email)
    const [{ erasures }] = await rows('select erasures from base.child_report where id = $1', [reportId])
    const [entry] = await rows('select person_id, by_kind, finished_at from base.erasure_entry where id = $1', [
      erasures[0],
    ])
    expect(entry).toMatchObject({ person_id: child.personId, by_kind: 'staff', finished_at: expect.any(Date) })
    await staff().call(leaveReport, { reportId: other.reportId, outcome: 'nothing_found' })
  })

  it('takes the account along where the child is its only owner, not otherwise, and not under a claim', async () => {
    const child = await givenMember(desk)
    const { reportId } = await report()
    const place = { accountId: child.accountId, personId: child.personId }
    const alone = staff().call(removeChild, removal(reportId, [{ ...place, scope: 'person' }]))
    await expect(alone).rejects.toMatchObject({ code: 'scope' })
    const holdId = newId()
    await desk.owner.query(
      `insert into base.legal_hold (account_id, id, reason, set_by) values ($1, $2, 'Litigiu', $3)`,
      [child.accountId, holdId, privacy.staffId],
    )
    const input = removal(reportId, [{ ...place, scope: 'account' }])
    await expect(staff().call(removeChild, input)).rejects.toMatchObject({ code: 'legal_hold' })
    expect(
      (await staff().call(showChildReport, { reportId, q: 'Ioana' })).people.find(
        (one) => one.personId === child.personId,
      )?.held,
    ).toBe(true)
    await desk.owner.query('update base.legal_hold set released_at = now(), released_by = set_by where id = $1', [
      holdId,
    ])
    await staff().call(removeChild, input)
    await desk.runJobs()
    expect(await rows('select from base.account where id = $1 and erased_at is null', [child.accountId])).toEqual([])
  })

  it("leaves a client's own customer to the client", async () => {
    const owner = await givenMember(desk)
    const personId = newId()
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Elev', 'elev@scoala.test', 'ro')`,
      [owner.accountId, personId],
    )
    const { reportId } = await report({ aboutWhom: 'elev@scoala.test' })
    expect((await staff().call(showChildReport, { reportId })).people).toMatchObject([
      { personId, capacity: 'processor', ways: [] },
    ])
    const input = removal(reportId, [{ accountId: owner.accountId, personId, scope: 'person' }])
    await expect(staff().call(removeChild, input)).rejects.toMatchObject({ code: 'as_processor' })
    await staff().call(leaveReport, { reportId, outcome: 'passed_on' })
    expect(await living(personId)).toBe(true)
  })

  it('knows no consent of a parent below the age that is never allowed', async () => {
    const { reportId } = await report()
    const agreed = staff().call(leaveReport, { reportId, outcome: 'parent_agrees' })
    await expect(agreed).rejects.toMatchObject({ code: 'never_allowed' })
    await staff().call(leaveReport, { reportId, outcome: 'no_child' })
    const older = await report({ kind: 'without_parent' })
    await staff().call(leaveReport, { reportId: older.reportId, outcome: 'parent_agrees' })
  })
})

describe('the receipt', () => {
  it('goes to the address that was left, says the same of nobody and of somebody who stays, and the address is gone', async () => {
    const sent: { to: string; text: string }[] = []
    const mutable = desk.tools as { letters: TestDesk['tools']['letters'] }
    const before = mutable.letters
    mutable.letters = {
      ...before,
      server: { send: async ({ to, text }) => void sent.push({ to, text }), close: () => undefined },
    }
    try {
      await givenMember(desk, { email: 'adult@scoala.test' })
      const nobody = await report({ aboutWhom: 'nimeni@scoala.test', email: 'unu@acasa.test' })
      const adult = await report({ aboutWhom: 'adult@scoala.test', email: 'doi@acasa.test' })
      await staff().call(leaveReport, { reportId: nobody.reportId, outcome: 'nothing_found' })
      await staff().call(leaveReport, { reportId: adult.reportId, outcome: 'no_child' })
      await desk.runJobs()
      const letters = sent.filter(({ to }) => to.endsWith('@acasa.test'))
      expect(letters.map(({ to }) => to)).toEqual(['unu@acasa.test', 'doi@acasa.test'])
      const [one, two] = letters.map(({ text }) => text.replaceAll(/\d{3,}/g, 'N'))
      expect(one).toBe(two)
      expect(await visitor().call(followChildReport, { token: nobody.token })).toMatchObject({
        told: 'looked',
        receipt: 'sent',
      })
      expect(await rows('select from base.child_report where decided_at is not null and reporter is not null')).toEqual(
        [],
      )
    } finally {
      mutable.letters = before
    }
  })
})

describe('the clock', () => {
  it('reminds at half of the day and past it, once each, and says loudly what is overdue', async () => {
    const system = desk.as({ kind: 'system', job: 'test' })
    const { reportId } = await report()
    const start = at
    const remind = async (hours: number) => {
      at = new Date(start.getTime() + hours * 3_600_000)
      return (await system.call(remindOfChildReports, {})).reports
    }
    expect([await remind(1), await remind(12), await remind(13), await remind(24), await remind(48)]).toEqual([
      0, 1, 0, 1, 0,
    ])
    expect(await staff().call(countChildReports, {})).toEqual({ open: 1, overdue: 1 })
    expect((await staff().call(listChildReports, {})).reports).toMatchObject([{ id: reportId, isOverdue: true }])
    await staff().call(leaveReport, { reportId, outcome: 'no_child' })
    expect(await staff().call(countChildReports, {})).toEqual({ open: 0, overdue: 0 })
    at = start
  })

  it.each(['', 'x', "' or 1=1 --", 'A'.repeat(43)])('a link that is none is not found: %j', async (token) => {
    await expect(visitor().call(followChildReport, { token })).rejects.toMatchObject({ code: 'not_found' })
  })
})
