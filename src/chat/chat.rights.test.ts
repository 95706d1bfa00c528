/** What somebody who chatted can ask of us, and what becomes of what they said, with and without an address. */
import { describe, expect, it } from 'vitest'
import { givenStaff } from '../../test/support/given.ts'
import { lettersTo } from '../../test/support/letters.ts'
import { privacyDesk, rightsDesk } from '../../test/support/rights-desk.ts'
import { replyToTicket } from '../desk/ticket/reply-to-ticket.ts'
import { newId } from '../platform/database/id.ts'
import { scanDatabase } from '../privacy/residue/scan-database.ts'
import { eraseFor } from '../rights/desk/erase-for.ts'
import { vouchIdentity } from '../rights/desk/identity-of-asker.ts'
import { sweepProspects } from '../rights/ending/end-prospects.ts'
import { attachToConversation } from '../site/contact/attach-to-conversation.ts'
import { followConversation } from '../site/contact/follow-conversation.ts'
import { leaveConversationAddress } from '../site/contact/leave-address.ts'
import { openConversationFile } from '../site/contact/open-conversation-file.ts'
import { replyToConversation } from '../site/contact/reply-to-conversation.ts'
import { showConversation } from '../site/contact/show-conversation.ts'
import { askChat } from './ask-chat.ts'
import { startChat } from './start-chat.ts'

const { desk, privacy } = await privacyDesk()
const radu = await givenStaff(desk, { roles: ['technician'], email: 'radu@provider.test' })
const { note, staff } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const open = () => desk.as({ kind: 'visitor' })

let sent = 0
/** Somebody who chats, with a file sent, and one that waits for its message. */
async function chats(more: object = {}) {
  const mark = `țintea${newId().slice(-12)}`
  const caller = { actor: { kind: 'visitor' }, via: 'page', address: `203.0.113.${++sent}` } as const
  const given = { name: `Ana ${mark}`, message: `Sunt ${mark}.`, language: 'ro', ...more } as const
  const { token } = await desk.call(caller, startChat, given)
  const attach = async () => {
    const file = { token, name: `${mark}.txt`, content: new Uint8Array(Buffer.from(mark)) }
    return (await open().call(attachToConversation, file)).attachmentId
  }
  const attachmentId = await attach()
  await open().call(replyToConversation, { token, message: `Fișierul ${mark}.`, attachmentIds: [attachmentId] })
  await attach()
  const { rows } = await desk.owner.query(
    `select t.account_id, t.id, t.opened_by from base.ticket t join base.person p on p.id = t.opened_by where p.name = $1`,
    [given.name],
  )
  const [{ account_id: accountId, id: ticketId, opened_by: personId }] = rows
  return {
    mark,
    token,
    attachmentId,
    accountId,
    ticketId,
    personId,
    sendingId: (more as { sendingId?: string }).sendingId,
  }
}
type Chatting = Awaited<ReturnType<typeof chats>>

const timePasses = async () => {
  await desk.runJobs()
  await desk.owner.query('update graphile_worker._private_jobs set run_at = now()')
  await desk.runJobs()
}

/** Whatever the token led to leads nowhere. */
async function expectShut({ token, attachmentId }: Chatting) {
  const tries = [
    () => open().call(showConversation, { token }),
    () => open().call(followConversation, { token }),
    () => open().call(replyToConversation, { token, message: 'Mai sunteți?' }),
    () => open().call(leaveConversationAddress, { token, email: 'dupa@vizitator.test' }),
    () => open().call(openConversationFile, { token, attachmentId }),
    () => open().call(attachToConversation, { token, name: 'x', content: new Uint8Array(1) }),
  ]
  for (const tried of tries) await expect(tried()).rejects.toMatchObject({ code: 'not_found' })
}

async function expectGone({ mark, accountId }: Chatting) {
  const left = await scanDatabase(desk.owner, [{ label: 'mark', value: mark }])
  expect(left.filter(({ where }) => !where.startsWith('pg_catalog.'))).toEqual([])
  const files: string[] = []
  for await (const id of desk.tools.files.list(accountId)) files.push(id)
  expect(files).toEqual([])
}

describe('somebody who chatted without an address', () => {
  it('ends with the period of who has no account, with words, files and ways back, and begins anew as somebody else', async () => {
    const sendingId = newId()
    const ana = await chats({ sendingId })
    await timePasses()
    await desk.owner.query(`update base.account set created_at = created_at - interval '5 years' where id = $1`, [
      ana.accountId,
    ])
    await desk.owner.query(
      `update base.ticket set created_at = created_at - interval '5 years', last_activity_at = last_activity_at - interval '5 years' where id = $1`,
      [ana.ticketId],
    )
    await desk.as({ kind: 'system', job: 'prospect.sweep' }, 'job').call(sweepProspects, {})
    await desk.runJobs()
    await expectShut(ana)
    await expectGone(ana)
    const again = await chats({ sendingId })
    expect(again.accountId).not.toBe(ana.accountId)
  })

  it('is found by the staff and erased at their word, while a letter waits and the window is open', async () => {
    const ana = await chats()
    await desk.as(radu).call(replyToTicket, { ticketId: ana.ticketId, body: 'Ne uităm.' })
    const { caseId } = await note(ana, { kind: 'erasure' })
    await staff().call(vouchIdentity, { caseId })
    const persons = [{ personId: ana.personId, scope: 'account' as const }]
    const { toPost } = await staff().call(eraseFor, { caseId, persons, understood: 'yes' })
    expect(toPost).not.toBeNull()
    const { rows } = await desk.owner.query('select status, outcome from base.rights_case where id = $1', [caseId])
    expect(rows).toEqual([{ status: 'closed', outcome: 'done' }])
    await expectShut(ana)
    await timePasses()
    await expectGone(ana)
  })
})

describe('at the same moment', () => {
  it('an erasure and whatever is done in the window: nothing is left of them, whichever came first', async () => {
    for (const lead of [0, 1, 2]) {
      const ana = await chats()
      await timePasses()
      const { caseId } = await note(ana, { kind: 'erasure' })
      await staff().call(vouchIdentity, { caseId })
      const persons = [{ personId: ana.personId, scope: 'account' as const }]
      const { token, mark } = ana
      const file = { token, name: `${mark}-nou.txt`, content: new Uint8Array(Buffer.from(mark)) }
      const inWindow = [
        () => open().call(replyToConversation, { token, message: `Încă ceva, ${mark}.` }),
        () => open().call(attachToConversation, file),
        () => open().call(leaveConversationAddress, { token, email: `${mark.replace('ț', 't')}@vizitator.test` }),
        () => desk.as(radu).call(replyToTicket, { ticketId: ana.ticketId, body: `Bună, ${mark}.` }),
      ]
      const erase = () => staff().call(eraseFor, { caseId, persons, understood: 'yes' })
      await Promise.allSettled([...inWindow.slice(0, lead), erase, ...inWindow.slice(lead)].map((act) => act()))
      await desk.runJobs()
      await timePasses()
      const { rows } = await desk.owner.query('select erased_at from base.account where id = $1', [ana.accountId])
      expect(rows[0].erased_at).toBeInstanceOf(Date)
      await expectShut(ana)
      await expectGone(ana)
    }
  })

  it('two addresses left are one', async () => {
    const { token, personId } = await chats()
    const emails = ['unu', 'doi', 'trei'].map((name) => `${name}-${personId.slice(-6)}@vizitator.test`)
    const left = await Promise.allSettled(
      emails.map((email) => open().call(leaveConversationAddress, { token, email })),
    )
    expect(left.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected', 'rejected'])
    const { rows } = await desk.owner.query('select email from base.person where id = $1', [personId])
    expect(rows[0].email).toBe(emails[left.findIndex(({ status }) => status === 'fulfilled')])
  })
})

describe('somebody who chatted and left an address', () => {
  it('is restricted while letters wait: nothing is sent, and the window shows nothing', async () => {
    const ana = await chats()
    const email = `${ana.mark.replace('ț', 't')}@vizitator.test`
    await open().call(leaveConversationAddress, { token: ana.token, email })
    await desk.as(radu).call(replyToTicket, { ticketId: ana.ticketId, body: 'Ne uităm.' })
    const { caseId } = await note(ana, { kind: 'restriction' })
    await staff().call(vouchIdentity, { caseId })
    await timePasses()
    await expectShut(ana)
    expect((await lettersTo(desk, email)).filter(({ kind }) => kind === 'ticket_answer')).toEqual([])
  })

  it('reads beside the field why it is asked, and that is on record', async () => {
    const ana = await chats()
    const { notices } = await open().call(askChat, { language: 'ro' })
    const caller = {
      actor: { kind: 'visitor' },
      via: 'page',
      said: { notices: [notices.email.mark!], path: '/ro/chat' },
    } as const
    await desk.call(caller, leaveConversationAddress, { token: ana.token, email: 'citit@vizitator.test' })
    const { rows } = await desk.owner.query('select form, path from base.notice_served where account_id = $1', [
      ana.accountId,
    ])
    expect(rows).toEqual([{ form: 'conversation.leave_address', path: '/ro/chat' }])
  })
})

it.each([
  ['a name', { name: 'Ana 4111 1111 1111 1111' }, 'name'],
  ['a name with a zero byte', { name: 'Ana\u0000Ban' }, 'name'],
])('%s that holds what is not kept is refused', async (_, more, field) => {
  await expect(chats(more)).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) } })
})
