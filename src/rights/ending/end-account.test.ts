import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { maps } from '../../app/maps.ts'
import { openTicket } from '../../desk/ticket/open-ticket.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { endAccount } from './end-account.ts'
import { endPerson } from './end-person.ts'
import { accountEndPlan, personEndPlan } from './end-plan.ts'
import { showReceipt } from './show-receipt.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
})
afterAll(() => desk.close())

const yes = { understood: 'yes' } as const

/** A login with that address, and on it the member's person. */
async function signedUp(
  member: MemberActor,
  email = `${newId()}@client.test`,
  loginId = newId(),
): Promise<MemberActor> {
  await desk.owner.query(
    `insert into base.login (id, name, email, email_verified) values ($1, 'Ioana', $2, true) on conflict do nothing`,
    [loginId, email],
  )
  await desk.owner.query('update base.person set login_id = $2, email = $3 where id = $1', [
    member.personId,
    loginId,
    email,
  ])
  return { ...member, loginId }
}

const count = async (sql: string, values: unknown[]) => Number((await desk.owner.query(sql, values)).rows[0].count)
const logins = (id: string) => count('select count(*) from base.login where id = $1', [id])

async function givenTicket(member: MemberActor): Promise<string> {
  const id = newId()
  await desk.owner.query(
    `insert into base.ticket (account_id, id, opened_by, subject, status) values ($1, $2, $3, 'Serverul Ioanei', 'open')`,
    [member.accountId, id, member.personId],
  )
  return id
}

describe('ending an account', () => {
  it('erases it, destroys its key, keeps the ledgers, and gives a receipt that names nobody', async () => {
    const member = await signedUp(await givenMember(desk))
    await givenTicket(member)
    const sealed = await desk.tools.keys.seal(member.accountId, { record: 'r', field: 'f', version: 1 }, 'secret')
    const { receiptToken, receipt } = await desk.as(member).call(endAccount, yes)
    expect(receipt.erased.map((one) => one.label.en)).toEqual(
      expect.arrayContaining(['People', 'Tickets', 'The company']),
    )
    expect(receipt.kept.map((one) => one.article)).toContain('Art. 17(3)(e)')
    await desk.runJobs()
    const { rows } = await desk.owner.query(
      'select name, email, phone, login_id, erased_at from base.person where id = $1',
      [member.personId],
    )
    expect(rows[0]).toMatchObject({ name: '—', email: null, phone: null, login_id: null, erased_at: expect.any(Date) })
    expect(await logins(member.loginId)).toBe(0)
    await expect(
      desk.tools.keys.open(member.accountId, { record: 'r', field: 'f', version: 1 }, sealed),
    ).rejects.toThrow('destroyed')
    await expect(
      desk.tools.keys.seal(member.accountId, { record: 'r', field: 'f', version: 1 }, 'again'),
    ).rejects.toMatchObject({ code: 'erased' })
    const shown = await desk.as({ kind: 'visitor' }, 'link').call(showReceipt, { token: receiptToken })
    expect(shown.finishedAt).toBeInstanceOf(Date)
    expect(JSON.stringify(shown)).not.toContain('Ioana')
    expect((await desk.tools.ledger.read()).at(-1)).toMatchObject({
      id: shown.reference,
      accountId: member.accountId,
    })
    expect(await count('select count(*) from base.erasure_notice where account_id = $1', [member.accountId])).toBe(0)
    expect(await markerFaults(desk.owner, maps)).toEqual([])
  })

  it('takes letters to staff that speak of it along', async () => {
    const member = await signedUp(await givenMember(desk))
    const email = 'letters@provider.test'
    await givenStaff(desk, { roles: ['technician'], email })
    await desk.as(member).call(openTicket, { subject: 'Serverul Ioanei', body: 'Nu mai pornește.', sendingId: newId() })
    await desk.runJobs()
    expect(JSON.stringify(await lettersTo(desk, email))).toContain('Serverul Ioanei')
    await desk.as(member).call(endAccount, yes)
    await desk.runJobs()
    expect(await lettersTo(desk, email)).toEqual([])
  })

  it('says beforehand what it then does', async () => {
    const member = await signedUp(await givenMember(desk))
    await givenTicket(member)
    const plan = await desk.as(member).call(accountEndPlan, {})
    const { receipt } = await desk.as(member).call(endAccount, yes)
    const lines = (list: readonly { label: { en: string }; how?: string }[]) =>
      list.map(({ label, how }) => `${label.en} ${how ?? ''}`).sort()
    expect(lines(receipt.erased)).toEqual(lines(plan.erased))
    expect(lines(receipt.kept)).toEqual(lines(plan.kept))
    expect(plan).toMatchObject({ people: 1, signIn: 'removed', lastOwner: true })
  })

  it('leaves the human’s other accounts, and their sign-in, as they are', async () => {
    const loginId = newId()
    const email = `${newId()}@client.test`
    const here = await signedUp(await givenMember(desk, { name: 'Ioana Popa' }), email, loginId)
    const there = await signedUp(await givenMember(desk, { name: 'Ioana Popa' }), email, loginId)
    expect((await desk.as(here).call(accountEndPlan, {})).signIn).toBe('stays')
    await desk.as(here).call(endAccount, yes)
    await desk.runJobs()
    expect(await logins(loginId)).toBe(1)
    const { rows } = await desk.owner.query(
      'select name, email, login_id from base.person where id = any ($1) order by name',
      [[here.personId, there.personId]],
    )
    expect(rows).toEqual([
      { name: 'Ioana Popa', email, login_id: loginId },
      { name: '—', email: null, login_id: null },
    ])
    await desk.as(there).call(endAccount, yes)
    expect(await logins(loginId)).toBe(0)
  })

  it('erases every person of the account, a client’s own customers too, and tells only those who sign in', async () => {
    const owner = await signedUp(await givenMember(desk))
    const colleague = await signedUp(await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] }))
    const customer = newId()
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Clientul clientului', 'x@y.test', 'ro')`,
      [owner.accountId, customer],
    )
    await desk.as(owner).call(endAccount, yes)
    expect(await count('select count(*) from base.erasure_notice where account_id = $1', [owner.accountId])).toBe(2)
    const { rows } = await desk.owner.query('select name from base.person where account_id = $1', [owner.accountId])
    expect(rows.map((row) => row.name)).toEqual(['—', '—', '—'])
    expect(await logins(colleague.loginId)).toBe(0)
    await desk.runJobs()
  })

  it('asks who it is once more, takes an owner only, and a yes', async () => {
    const owner = await givenMember(desk)
    const stale = { ...owner, freshAt: new Date(Date.now() - 11 * 60_000) }
    await expect(desk.as(stale).call(endAccount, yes)).rejects.toMatchObject({ code: 'fresh_sign_in' })
    await expect(desk.as({ ...owner, freshAt: null }).call(endAccount, yes)).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
    const technical = await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] })
    await expect(desk.as(technical).call(endAccount, yes)).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as(await givenStaff(desk)).call(endAccount, yes)).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as(owner).call(endAccount, { understood: '' as 'yes' })).rejects.toMatchObject({
      fields: { understood: m.rights_expect_understood() },
    })
    expect(
      await count('select count(*) from base.person where account_id = $1 and erased_at is null', [owner.accountId]),
    ).toBe(2)
  })

  it('happens once, however often it is asked for at once', async () => {
    const owner = await signedUp(await givenMember(desk))
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => desk.as(owner).call(endAccount, yes)))
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const reasons = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
    expect(new Set(reasons)).toEqual(new Set(['already_ended']))
    expect(await count('select count(*) from base.erasure_entry where account_id = $1', [owner.accountId])).toBe(1)
    await desk.runJobs()
  })

  it('lets nothing more be written about an erased person, also not at the same moment', async () => {
    const owner = await signedUp(await givenMember(desk))
    const writes = Array.from({ length: 20 }, () => givenTicket(owner))
    const ending = desk.as(owner).call(endAccount, yes)
    await Promise.allSettled(writes)
    await ending
    await expect(givenTicket(owner)).rejects.toMatchObject({ code: 'ZV410' })
    await desk.runJobs()
    expect(
      await count(`select count(*) from base.ticket where account_id = $1 and subject <> '—'`, [owner.accountId]),
    ).toBe(0)
  })

  it('touches nothing of anybody else', async () => {
    const other = await signedUp(await givenMember(desk))
    await givenTicket(other)
    const before = await desk.owner.query(
      'select * from base.person p, base.ticket t where p.account_id = $1 and t.account_id = $1',
      [other.accountId],
    )
    const mine = await signedUp(await givenMember(desk))
    await givenTicket(mine)
    await desk.as(mine).call(endAccount, yes)
    await desk.runJobs()
    const after = await desk.owner.query(
      'select * from base.person p, base.ticket t where p.account_id = $1 and t.account_id = $1',
      [other.accountId],
    )
    expect(after.rows).toEqual(before.rows)
  })

  it('takes waiting jobs about the account out of the queue', async () => {
    const owner = await signedUp(await givenMember(desk))
    await desk.owner.query(`select base.enqueue('probe.later', $1::jsonb, now() + interval '1 day', null)`, [
      JSON.stringify({ accountId: owner.accountId }),
    ])
    await desk.as(owner).call(endAccount, yes)
    await desk.runJobs()
    const left = await count(
      `select count(*) from graphile_worker._private_jobs where payload::text like '%probe.later%'`,
      [],
    )
    expect(left).toBe(0)
  })

  it('goes on from the queue when the process was killed after the commit, and does no step twice', async () => {
    const owner = await signedUp(await givenMember(desk))
    const fileId = newId()
    async function* content() {
      yield Buffer.from('content')
    }
    await desk.tools.files.put({ accountId: owner.accountId, fileId, content: content(), maxBytes: 100 })
    const before = (await desk.tools.ledger.read()).length
    const { receipt } = await desk.as(owner).call(endAccount, yes)
    // Killed here: the job waits in the queue, committed with the erasure. It is run twice, as after a lost answer.
    const job = { accountId: owner.accountId, erasureId: receipt.reference }
    await desk.runJob('erasure.finish', job)
    await desk.runJob('erasure.finish', job)
    await desk.runJobs()
    await expect(desk.tools.files.read(owner.accountId, fileId)).rejects.toThrow()
    expect((await desk.tools.ledger.read()).length).toBe(before + 1)
    const letters = await count(`select count(*) from base.letter where account_id = $1`, [owner.accountId])
    expect(letters).toBe(1)
  })
})

describe('leaving an account', () => {
  it('takes the person out and leaves the company’s work with the company', async () => {
    const owner = await signedUp(await givenMember(desk))
    const technical = await signedUp(
      await givenMember(desk, { accountId: owner.accountId, roles: ['technical'], name: 'Dan Ene' }),
    )
    const ticket = await givenTicket(technical)
    const plan = await desk.as(technical).call(personEndPlan, {})
    expect(plan.kept.map((one) => one.label.en)).toContain('Tickets')
    await desk.as(technical).call(endPerson, yes)
    await desk.runJobs()
    const { rows } = await desk.owner.query(
      `select p.name, t.subject, t.id from base.person p join base.ticket t on t.account_id = p.account_id and t.opened_by = p.id where p.id = $1`,
      [technical.personId],
    )
    expect(rows).toEqual([{ name: '—', subject: 'Serverul Ioanei', id: ticket }])
    expect(await logins(technical.loginId)).toBe(0)
    expect(await count('select count(*) from base.member where person_id = $1', [technical.personId])).toBe(0)
    expect(await count('select count(*) from base.person where id = $1 and erased_at is null', [owner.personId])).toBe(
      1,
    )
  })

  it('keeps the last owner, also when two leave at the same moment', async () => {
    const accountId = await givenAccount(desk)
    const one = await signedUp(await givenMember(desk, { accountId }))
    const two = await signedUp(await givenMember(desk, { accountId }))
    const results = await Promise.allSettled([desk.as(one).call(endPerson, yes), desk.as(two).call(endPerson, yes)])
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(results.find((result) => result.status === 'rejected')?.reason).toMatchObject({ code: 'last_owner' })
    await desk.runJobs()
  })
})

describe('a receipt', () => {
  it('opens by its link alone', async () => {
    const visitor = desk.as({ kind: 'visitor' }, 'link')
    await expect(visitor.call(showReceipt, { token: 'A'.repeat(43) })).rejects.toMatchObject({ code: 'not_found' })
    await expect(visitor.call(showReceipt, { token: 'x' })).rejects.toMatchObject({ code: 'not_found' })
  })
})
