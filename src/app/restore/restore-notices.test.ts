/** Article 19 after a restore: who was still to be told of an erasure or a restriction is told all the same, and nobody twice. */
import { copyFile, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { backedDesk, restoreTarget } from '../../../test/support/backup.ts'
import { givenLogin, givenMember } from '../../../test/support/given.ts'
import { looking } from '../../../test/support/promises.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { noteDisclosure } from '../../registers/disclosures/note-disclosure.ts'
import { eraseFor } from '../../rights/desk/erase-for.ts'
import { settleRecipient } from '../../rights/desk/settle-recipient.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { askRequest } from '../../rights/request/ask-request.ts'
import { enterRequest } from '../../rights/request/link-request.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { ledgerPath } from '../ledger-path.ts'

const { desk, privacy } = await privacyDesk()
const backed = await backedDesk(desk)
const { staff, as, rows, visitor, lastCode } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const lawyers = 'Cabinet de avocat Țepeș'
const bank = 'Banca Muntelui'

const signedUp = async (given: Parameters<typeof givenMember>[1] = {}) =>
  (await givenLogin(desk, await givenMember(desk, given))).actor as MemberActor

async function disclosed(askedBy: string, member: MemberActor) {
  const [{ email }] = await rows('select email from base.person where id = $1', [member.personId])
  const given = {
    kind: 'rights',
    ground: 'apărarea unui drept',
    reference: null,
    what: 'numele',
    categories: ['contact'],
  }
  const at = new Date(Date.now() - 60_000).toISOString()
  const more = { askedBy, emails: [email], indicators: [], givenAt: at, forbidden: null }
  const { disclosureId } = await staff().call(noteDisclosure, { ...given, ...more } as never)
  await desk.runJobs()
  return disclosureId
}

const noticesOf = `select r.recipient, r.status, r.how, r.disclosures from base.rights_recipient r
  where r.case_id = $1 and r.recipient = any ($2) order by 1`
const named = [lawyers, bank]

it('notes again whom an erasure is to be told to, and what was told since stays told', async () => {
  const [leaving, asking, silent] = [await signedUp(), await signedUp(), await signedUp()]
  const [one, two] = [await disclosed(lawyers, leaving), await disclosed(bank, leaving)]
  const three = await disclosed(bank, asking)
  await disclosed(bank, silent)
  const { caseId } = await as(asking).call(makeRequest, { kind: 'erasure' })
  const { name } = await backed.backup()
  await as(leaving).call(endAccount, { understood: 'yes' })
  const [own] = await rows('select id from base.rights_case where account_id = $1', [leaving.accountId])
  const persons = [{ personId: asking.personId, scope: 'account' as const }]
  await staff().call(eraseFor, { caseId, persons, understood: 'yes' })
  const [told] = await rows('select id from base.rights_recipient where case_id = $1 and recipient = $2', [
    own.id,
    lawyers,
  ])
  await staff().call(settleRecipient, { caseId: own.id, recipientId: told.id, how: 'letter' })
  await desk.runJobs()
  await desk.tools.ledger.settle()
  const ledger = await readFile(ledgerPath(desk.dataFolder), 'utf8')
  for (const word of named) expect(ledger).not.toContain(word)
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
  const { report } = await backed.restore(name, target)
  const restored = async (sql: string, values: unknown[]) => (await target.database.owner.query(sql, values)).rows
  expect(await restored(noticesOf, [own.id, named])).toEqual([
    { recipient: bank, status: 'to_tell', how: null, disclosures: [two] },
    { recipient: lawyers, status: 'told', how: 'letter', disclosures: [one] },
  ])
  expect(await restored(noticesOf, [caseId, named])).toEqual([
    { recipient: bank, status: 'to_tell', how: null, disclosures: [three] },
  ])
  for (const id of [own.id, caseId]) {
    const [row] = await restored('select kind, status, outcome, answer_id from base.rights_case where id = $1', [id])
    expect(row).toMatchObject({ kind: 'erasure', status: 'closed', outcome: 'done', answer_id: expect.any(String) })
    expect(await restored('select from base.erasure_entry where case_id = $1', [id])).toHaveLength(1)
  }
  // Nobody stayed to read an answer, and who did not ask has no notice.
  const names = await restored(
    `select recipient from base.rights_recipient r join base.rights_case c on c.id = r.case_id
    where c.account_id = $1`,
    [silent.accountId],
  )
  expect(names).toEqual([])
  const { rows: open } = await desk.owner.query(
    `select count(*)::int as n from base.rights_recipient where status = 'to_tell'`,
  )
  const [{ n }] = await restored(`select count(*)::int as n from base.rights_recipient where status = 'to_tell'`, [])
  expect(n).toBe(open[0].n)
  expect(report.replayed).toMatchObject({ erasures: 2, toTell: n })
})

it('notes again whom a restriction is to be told to, of a request that the backup lacks and of one that it knows as unproven', async () => {
  const [making, asking] = [await signedUp(), await signedUp()]
  const [one, two] = [await disclosed(lawyers, making), await disclosed(bank, making)]
  const three = await disclosed(bank, asking)
  const [{ email }] = await rows('select email from base.person where id = $1', [asking.personId])
  await visitor().call(askRequest, { email, kind: 'restriction', language: 'ro' })
  const letters = `select count(*)::int as n from base.letter where person_id = any ($1)`
  const both = [[making.personId, asking.personId]]
  const before = await rows(letters, both)
  const { name } = await backed.backup()
  const { caseId: own } = await as(making).call(makeRequest, { kind: 'restriction' })
  await visitor().call(enterRequest, await lastCode(email))
  const [{ id: asked }] = await rows('select id from base.rights_case where account_id = $1', [asking.accountId])
  const [told] = await rows('select id from base.rights_recipient where case_id = $1 and recipient = $2', [
    own,
    lawyers,
  ])
  await staff().call(settleRecipient, { caseId: own, recipientId: told.id, how: 'letter' })
  await desk.runJobs()
  await desk.tools.ledger.settle()
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
  const { report } = await backed.restore(name, target)
  const restored = async (sql: string, values: unknown[]) => (await target.database.owner.query(sql, values)).rows
  expect(await restored(noticesOf, [own, named])).toEqual([
    { recipient: bank, status: 'to_tell', how: null, disclosures: [two] },
    { recipient: lawyers, status: 'told', how: 'letter', disclosures: [one] },
  ])
  expect(await restored(noticesOf, [asked, named])).toEqual([
    { recipient: bank, status: 'to_tell', how: null, disclosures: [three] },
  ])
  const caseOf = async (id: string) =>
    (
      await restored(
        `select c.kind, c.status, c.outcome, c.identity, array(select s.kind from base.rights_step s where s.case_id = c.id
           order by s.at, s.id) as steps from base.rights_case c where c.id = $1`,
        [id],
      )
    )[0]
  expect(await caseOf(own)).toMatchObject({
    kind: 'restriction',
    status: 'closed',
    outcome: 'done',
    steps: ['received', 'applied', 'answered'],
  })
  expect(await caseOf(asked)).toMatchObject({
    kind: 'restriction',
    status: 'open',
    identity: 'known_contact',
    steps: ['received', 'identity_asked', 'identity_shown', 'applied'],
  })
  for (const { personId } of [making, asking]) {
    expect(await restored('select from support.person where id = $1', [personId])).toEqual([])
  }
  // They have the answer of then, and no second.
  expect(await restored(letters, both)).toEqual(before)
  expect(report.replayed).toMatchObject({ restrictions: 2 })
  const toTell = `select recipient, case_id from base.rights_recipient where status = 'to_tell' and case_id = any ($1) order by 1, 2`
  expect(await restored(toTell, [[own, asked]])).toEqual(await rows(toTell, [[own, asked]]))
  const checks = await looking(target)
  for (const [promise, need] of [
    ['P33', 'mailed_code'],
    ['P35', 'asked'],
    ['P35', 'limits_work'],
    ['P38', 'clock'],
    ['P38', 'answered'],
  ] as const)
    expect(await checks.look(promise, need), need).toMatchObject({ holds: true })
  await checks.close()
})
