import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember } from '../../../test/support/given.ts'
import { addAccount, countAccounts, noteAccount, showPerson } from '../../../test/support/probe.ts'
import { newId } from '../../platform/database/id.ts'
import type { StaffActor } from './actor.ts'
import { operationRegistry } from './registry.ts'

const operations = [showPerson, addAccount, noteAccount, countAccounts]

const staff = (roles: StaffActor['roles'], changes: Partial<StaffActor> = {}): StaffActor => ({
  kind: 'staff',
  loginId: newId(),
  staffId: newId(),
  roles,
  freshAt: new Date(),
  secondFactor: true,
  ...changes,
})

const entries = async (desk: TestDesk) =>
  (
    await desk.owner.query(
      'select seq, actor_kind, operation, outcome, subjects, account_id from base.audit_entry order by seq',
    )
  ).rows

describe('the runner', () => {
  it('answers a read after its log entry', async () => {
    const desk = await testDesk({ operations })
    const member = await givenMember(desk)
    expect(await desk.as(member).call(showPerson, { personId: member.personId })).toEqual({ name: 'Ioana Popa' })
    expect(await entries(desk)).toMatchObject([
      {
        actor_kind: 'member',
        operation: 'probe.show',
        outcome: 'done',
        subjects: [member.personId],
        account_id: member.accountId,
      },
    ])
  })

  it('answers what was declared and nothing beside it, and refuses an answer that lacks it', async () => {
    let answer: unknown
    const open = { ...showPerson, name: 'probe.open', http: 'GET /probe/open/{personId}', run: async () => answer }
    const desk = await testDesk({ operations: [open as typeof showPerson] })
    const member = desk.as(await givenMember(desk))
    for (const round of [1, 2]) {
      answer = { name: `Ioana ${round}`, email: 'ioana@client.test' }
      expect(await member.call(open as typeof showPerson, { personId: newId() })).toEqual({ name: `Ioana ${round}` })
      answer = { email: 'ioana@client.test' }
      await expect(member.call(open as typeof showPerson, { personId: newId() })).rejects.toThrow('name')
    }
  })

  it('says a card number and everything else that is faulty at once, with what only the database knows', async () => {
    const { faults, ...plain } = { ...addAccount, faults: async () => ({ name: 'taken', more: 'asked' }) }
    const desk = await testDesk({ operations: [addAccount, noteAccount] })
    const wrong = { name: '', card: '4111 1111 1111 1111', fail: 7 }
    const shape = { name: expect.any(String), fail: expect.any(String), card: expect.stringMatching(/card/i) }
    const owner = desk.as(staff(['owner']))
    await expect(owner.call(plain as typeof addAccount, wrong as never)).rejects.toMatchObject({ fields: shape })
    const asking = await testDesk({ operations: [{ ...plain, faults } as typeof addAccount, noteAccount] })
    const asked = asking.as(staff(['owner'])).call({ ...plain, faults } as typeof addAccount, wrong as never)
    await expect(asked).rejects.toMatchObject({ code: 'invalid', fields: { ...shape, more: 'asked' } })
    await expect(asked).rejects.not.toHaveProperty('fields.name', 'taken')
    for (const odd of [null, 7, 'x', []]) {
      const call = asking.as(staff(['owner'])).call({ ...plain, faults } as typeof addAccount, odd as never)
      await expect(call).rejects.toMatchObject({ code: 'invalid' })
    }
    expect((await asking.owner.query('select 1 from base.account')).rows).toEqual([])
  })

  it('gives the same answer for another account as for nothing, and logs the attempt', async () => {
    const desk = await testDesk({ operations })
    const mine = await givenMember(desk)
    const theirs = await givenMember(desk)
    const asMe = desk.as(mine)
    const foreign = await asMe.call(showPerson, { personId: theirs.personId }).catch((error) => error)
    const absent = await asMe.call(showPerson, { personId: newId() }).catch((error) => error)
    expect({ ...foreign, message: foreign.message }).toEqual({ ...absent, message: absent.message })
    expect((await entries(desk)).map((entry) => entry.outcome)).toEqual(['refused', 'refused'])
  })

  it.each([
    ['nobody signed in', { kind: 'visitor' } as const, 'sign_in_first'],
    ['the wrong role', staff(['technician']), 'role'],
    ['no second factor', staff(['owner'], { secondFactor: false }), 'second_factor'],
    ['not fresh', staff(['owner'], { freshAt: new Date(Date.now() - 11 * 60_000) }), 'fresh_sign_in'],
    ['never fresh', staff(['owner'], { freshAt: null }), 'fresh_sign_in'],
    ['the system, where it is not named', { kind: 'system', job: 'x' } as const, 'role'],
  ])('refuses %s', async (_words, actor, code) => {
    const desk = await testDesk({ operations })
    await expect(desk.as(actor).call(addAccount, { name: 'A' })).rejects.toMatchObject({ code })
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(0)
  })

  it('shows the staff between the two steps of sign-in what it shows a visitor, and nothing that names the staff', async () => {
    const asked: string[] = []
    const open = {
      ...showPerson,
      name: 'probe.open',
      http: 'GET /probe/open/{personId}',
      run: async ({ actor }: { actor: { kind: string } }) => {
        asked.push(actor.kind)
        return { name: actor.kind }
      },
    }
    const everybodys = { ...open, who: { visitor: true } } as unknown as typeof showPerson
    const staffs = { ...open, name: 'probe.more', http: undefined, who: { visitor: true, staff: 'any' } }
    const desk = await testDesk({ operations: [everybodys, staffs as unknown as typeof showPerson] })
    const half = desk.as(staff(['owner'], { secondFactor: false }))
    const input = { personId: newId() }
    expect(await half.call(everybodys, input)).toEqual({ name: 'visitor' })
    await expect(half.call(staffs as unknown as typeof showPerson, input)).rejects.toMatchObject({
      code: 'second_factor',
    })
    expect(await desk.as(staff(['owner'])).call(everybodys, input)).toEqual({ name: 'staff' })
    expect(asked).toEqual(['visitor', 'staff'])
  })

  it('writes the account, its log entry and its job together', async () => {
    const desk = await testDesk({ operations })
    const { accountId } = await desk.as(staff(['owner'])).call(addAccount, { name: 'Alfa' })
    expect((await entries(desk))[0]).toMatchObject({ operation: 'probe.add', outcome: 'done', account_id: accountId })
    expect((await desk.owner.query('select from base.audit_inbox')).rowCount).toBe(0)
    expect(await desk.runJobs()).toBe(1)
    expect((await entries(desk))[1]).toMatchObject({ actor_kind: 'system', operation: 'probe.note' })
  })

  it('leaves nothing but the failure in the log when the body fails', async () => {
    const desk = await testDesk({ operations })
    await expect(desk.as(staff(['owner'])).call(addAccount, { name: 'Alfa', fail: true })).rejects.toThrow('on purpose')
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(0)
    expect(await desk.runJobs()).toBe(0)
    expect(await entries(desk)).toMatchObject([{ operation: 'probe.add', outcome: 'failed' }])
  })

  it('undoes a write that found nothing to do, and says so to nobody', async () => {
    const desk = await testDesk({ operations })
    const { accountId } = await desk.as(staff(['owner'])).call(addAccount, { name: 'nothing' })
    expect(accountId).toMatch(/^[0-9a-f-]{36}$/)
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(0)
    expect((await desk.owner.query('select from base.audit_inbox')).rowCount).toBe(0)
    expect(await desk.runJobs()).toBe(0)
    expect(await entries(desk)).toEqual([])
  })

  it('logs no count, but whoever was refused one; and takes for a count only what answers numbers about nobody', async () => {
    const desk = await testDesk({ operations })
    await givenMember(desk)
    expect(await desk.as(staff(['sales'])).call(countAccounts, {})).toEqual({ accounts: 1 })
    expect(await entries(desk)).toEqual([])
    const none = staff(['sales'], { secondFactor: false })
    await expect(desk.as(none).call(countAccounts, {})).rejects.toMatchObject({ code: 'second_factor' })
    expect(await entries(desk)).toMatchObject([{ operation: 'probe.count', outcome: 'refused' }])
    for (const change of [
      { output: z.object({ accounts: z.int(), name: z.string() }) },
      { output: z.object({ accounts: z.array(z.int()) }) },
      { output: z.object({ accounts: z.int().nullable() }) },
      { output: z.object({}) },
      { input: z.strictObject({ accountId: z.uuid().optional() }) },
      { input: z.object({}) },
      { kind: 'write' as const },
    ]) {
      expect(() => operationRegistry([{ ...countAccounts, ...change }])).toThrow('probe.count counts')
    }
  })

  it('names each faulty field and repeats no value', async () => {
    const desk = await testDesk({ operations })
    const error = await desk
      .as(staff(['owner']))
      .call(addAccount, { name: '', secret: 'hunter2' } as never)
      .catch((e) => e)
    expect(Object.keys(error.fields).sort()).toEqual(['name', 'secret'])
    expect(JSON.stringify(error.fields)).not.toContain('hunter2')
  })

  it('tries again what others block, and in the end says that nothing was written', async () => {
    let tries = 0
    const blocked = {
      ...addAccount,
      name: 'probe.blocked',
      run: async () => {
        tries += 1
        throw Object.assign(new Error('deadlock detected'), { code: '40P01', severity: 'ERROR' })
      },
    }
    const desk = await testDesk({ operations: [blocked] })
    const call = desk.as(staff(['owner'])).call(blocked, { name: 'Alfa' })
    await expect(call).rejects.toMatchObject({ code: 'busy', status: 409 })
    expect(tries).toBe(4)
    expect(await entries(desk)).toMatchObject([{ operation: 'probe.blocked', outcome: 'failed' }])
  })

  it('commits nothing whose entry cannot be written, and goes on with the same connection', async () => {
    const desk = await testDesk({ operations })
    const owner = desk.as(staff(['owner']))
    const refusing = "audit_inbox add constraint refusing check (operation <> 'probe.add')"
    await desk.owner.query(`alter table base.${refusing}`)
    await expect(owner.call(addAccount, { name: 'Alfa' })).rejects.toMatchObject({ constraint: 'refusing' })
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(0)
    expect(await desk.runJobs()).toBe(0)
    await desk.owner.query('alter table base.audit_inbox drop constraint refusing')
    await owner.call(addAccount, { name: 'Alfa' })
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(1)
    expect((await entries(desk)).map((entry) => entry.outcome)).toEqual(['failed', 'done'])
  })

  it('does not take two operations of one name or one address', () => {
    expect(() => operationRegistry([showPerson, showPerson])).toThrow('two operations are named probe.show')
    expect(() => operationRegistry([showPerson, { ...addAccount, http: 'GET /probe/{other}' }])).toThrow(
      'two operations answer',
    )
  })

  it.each([
    ['a card number', { name: 'Alfa 4111 1111 1111 1111' }, 'name'],
    ['an IBAN', { name: 'RO49AAAA1B31007593840000' }, 'name'],
    ['one where no schema would look', { name: 'A', deep: [{ er: '5555-5555-5555-4444' }] }, 'deep.0.er'],
  ])('refuses %s in any field, names the field and repeats nothing (P3)', async (_words, input, field) => {
    const desk = await testDesk({ operations })
    const error = await desk
      .as(staff(['owner']))
      .call(addAccount, input)
      .catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'invalid', fields: { [field]: expect.stringContaining('card') } })
    expect(JSON.stringify(error)).not.toMatch(/4111|5555|RO49/)
    expect((await desk.owner.query('select from base.account')).rowCount).toBe(0)
  })
})
