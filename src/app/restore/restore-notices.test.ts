/** Article 19 after a restore: who was still to be told of an erasure is told all the same, and nobody twice. */
import { copyFile, readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { backedDesk, restoreTarget } from '../../../test/support/backup.ts'
import { givenLogin, givenMember } from '../../../test/support/given.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { noteDisclosure } from '../../registers/disclosures/note-disclosure.ts'
import { eraseFor } from '../../rights/desk/erase-for.ts'
import { settleRecipient } from '../../rights/desk/settle-recipient.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { ledgerPath } from '../ledger-path.ts'

const { desk, privacy } = await privacyDesk()
const backed = await backedDesk(desk)
const { staff, as, rows } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
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
