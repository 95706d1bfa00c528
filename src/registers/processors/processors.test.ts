/** Who fills the roles of the policy: what cannot be enabled, and that nothing leaves to whoever is not. */
import { describe, expect, it, onTestFinished } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { startMailServer } from '../../../test/support/mail-server.ts'
import { makeLetters } from '../../letters/letters.ts'
import { releaseLetters } from '../../letters/release-letters.ts'
import { showMailGate } from '../../letters/show-mail-gate.ts'
import { smtpPost } from '../../platform/mail/post.ts'
import { addDays, civilDayOf } from '../../privacy/clock/civil-day.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { declareRecipients } from './declare-recipients.ts'
import { disableProcessor, enableProcessor } from './enable-processor.ts'
import { addGround, invalidateGround, reinstateGround } from './ground.ts'
import { listRecipients } from './list-recipients.ts'
import { purposesOfRole } from './processor.rules.ts'
import { addProcessor, changeProcessor } from './save-processor.ts'
import { showProcessor } from './show-processor.ts'

const today = civilDayOf(new Date())
const system = { kind: 'system', job: 'test' } as const

async function prepared(withServer = true) {
  const desk = await testDesk()
  await givenProvider(desk)
  const privacy = await givenStaff(desk, { roles: ['privacy'] })
  const server = await startMailServer()
  onTestFinished(() => server.stop())
  if (withServer) {
    const post = smtpPost(server.url)
    onTestFinished(() => post.close())
    Object.assign(desk.tools, { letters: makeLetters(desk.tools.keys, post) })
  }
  const call = desk.as(privacy).call
  return { desk, privacy, server, call }
}

async function write(desk: TestDesk, purpose: 'identity' | 'orders' = 'orders'): Promise<string> {
  const { accountId, personId } = await givenMember(desk)
  const words = { subject: 'Un subiect', lines: ['Un rând'] }
  return await desk.handles
    .of(purpose)
    .transaction()
    .execute((trx) =>
      desk.tools.letters.post(trx, { accountId, personId, to: 'i@client.test', kind: 'trial', language: 'ro', words }),
    )
}

const stateOf = async (desk: TestDesk, id: string) =>
  (await desk.owner.query('select status, carrier, sealed is not null as whole from base.letter where id = $1', [id]))
    .rows[0]

const eea = { kind: 'eea', name: 'SEE', validOn: '2018-05-25', reviewOn: null } as const
const whole = (groundId: string): InputOf<typeof addProcessor> => ({
  recipient: 'mail',
  name: 'Poșta Rapidă SRL',
  country: 'DE',
  purposes: ['identity', 'orders'],
  categories: ['contact', 'communication'],
  groundId,
  contractKind: 'agreement',
  contractReference: 'DPA 7/2026',
  contractOn: '2026-02-01',
})

describe('an entry', () => {
  it('is declared by the set-up without a company, once, and is not enabled', async () => {
    const { desk, call } = await prepared()
    const declared = await Promise.all(Array.from({ length: 4 }, () => desk.as(system).call(declareRecipients, {})))
    expect(declared.reduce((sum, one) => sum + one.declared, 0)).toBe(3)
    const { roles, grounds } = await call(listRecipients, {})
    expect(roles.map(({ recipient, isOpen, entries }) => [recipient, isOpen, entries.length])).toEqual([
      ['hosting', false, 1],
      ['mail', false, 1],
      ['backup_store', false, 1],
    ])
    expect(grounds).toMatchObject([{ kind: 'eea', restingOn: 0 }])
    const [entry] = roles[1]!.entries
    const shown = await call(showProcessor, { processorId: entry!.id })
    expect(shown.missing).toEqual(['name', 'contractKind', 'contractReference', 'contractOn'])
    await expect(call(enableProcessor, { processorId: entry!.id })).rejects.toMatchObject({
      fields: { name: expect.any(String), contractOn: expect.any(String) },
    })
    expect(shown.steps).toMatchObject([{ kind: 'entered', by: null }])
  })

  it('cannot be enabled while anything is missing, whoever writes the row', async () => {
    const { desk, call } = await prepared()
    const { groundId } = await call(addGround, eea)
    for (const field of ['name', 'country', 'groundId', 'contractKind', 'contractReference', 'contractOn'] as const) {
      const { processorId } = await call(addProcessor, { ...whole(groundId), [field]: null })
      const refused = await call(enableProcessor, { processorId }).catch((error: unknown) => error)
      expect(refused, field).toMatchObject({ fields: { [field]: expect.any(String) } })
      const forced = desk.owner.query(
        'update base.processor set enabled_at = now(), enabled_by = (select id from base.staff limit 1) where id = $1',
        [processorId],
      )
      await expect(forced, field).rejects.toMatchObject({ code: '23514' })
    }
  })

  it('says nothing that the policy does not say, and no day that has not come', async () => {
    const { call } = await prepared()
    const { groundId } = await call(addGround, eea)
    const clauses = await call(addGround, { ...eea, kind: 'clauses', name: 'Clauze', reviewOn: addDays(today, 90) })
    const wrong: [Partial<InputOf<typeof addProcessor>>, string][] = [
      [{ country: 'US', groundId: clauses.groundId }, 'country'],
      [{ country: 'US' }, 'groundId'],
      [{ groundId: clauses.groundId }, 'groundId'],
      [{ purposes: ['improvement'] }, 'purposes'],
      [{ categories: ['shoe_size'] }, 'categories'],
      [{ recipient: 'authorities' }, 'recipient'],
      [{ recipient: 'nobody' }, 'recipient'],
      [{ contractOn: addDays(today, 1) }, 'contractOn'],
    ]
    for (const [change, field] of wrong) {
      const refused = await call(addProcessor, { ...whole(groundId), ...change }).catch((error: unknown) => error)
      expect(refused, JSON.stringify(change)).toMatchObject({ fields: { [field]: expect.any(String) } })
    }
    await expect(call(addGround, { ...eea, validOn: addDays(today, 1) })).rejects.toMatchObject({
      fields: { validOn: expect.any(String) },
    })
    // A slip in the year would mean that nobody ever looks again.
    for (const reviewOn of [today, addDays(today, 4 * 365 + 2), '2126-01-01', '9999-12-31']) {
      const never = { fields: { reviewOn: expect.any(String) } }
      for (const kind of ['adequacy', 'eea'] as const)
        await expect(call(addGround, { ...eea, kind, reviewOn }), reviewOn).rejects.toMatchObject(never)
      const again = { groundId: clauses.groundId, why: 'este valabil', reviewOn }
      await expect(call(reinstateGround, again), reviewOn).rejects.toMatchObject(never)
    }
    for (const reviewOn of [addDays(today, 1), addDays(today, 4 * 365 + 1)])
      await call(reinstateGround, { groundId: clauses.groundId, why: 'este valabil', reviewOn })
  })

  it('is enabled once when many do it at once, and then stays as it is until it is disabled', async () => {
    const { desk, call } = await prepared()
    const { groundId } = await call(addGround, eea)
    const { processorId } = await call(addProcessor, whole(groundId))
    const done = await Promise.allSettled(Array.from({ length: 8 }, () => call(enableProcessor, { processorId })))
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(call(changeProcessor, { processorId, ...whole(groundId) })).rejects.toMatchObject({ code: 'enabled' })
    const second = await call(addProcessor, { ...whole(groundId), name: 'A doua SRL' })
    await expect(call(enableProcessor, { processorId: second.processorId })).rejects.toMatchObject({
      code: 'one_mail_company',
    })
    for (const code of [undefined, 'one_backup_store_company']) {
      const entry = { ...whole(groundId), recipient: 'backup_store', purposes: ['orders'] }
      const keeper = call(enableProcessor, await call(addProcessor, entry))
      await (code ? expect(keeper).rejects.toMatchObject({ code }) : keeper)
    }
    const old = { ...(await givenStaff(desk, { roles: ['privacy'] })), freshAt: new Date(Date.now() - 3_600_000) }
    await expect(desk.as(old).call(enableProcessor, second)).rejects.toMatchObject({ code: 'fresh_sign_in' })
    const sales = await givenStaff(desk, { roles: ['sales', 'technician', 'billing'] })
    await expect(desk.as(sales).call(disableProcessor, { processorId, why: 'nu' })).rejects.toMatchObject({
      code: 'role',
    })
    await call(disableProcessor, { processorId, why: 'schimbăm firma' })
    await call(changeProcessor, { processorId, ...whole(groundId), contractReference: 'DPA 8/2026' })
    await expect(
      call(changeProcessor, { processorId, ...whole(groundId), recipient: 'hosting' }),
    ).rejects.toMatchObject({ fields: { recipient: expect.any(String) } })
    const { steps } = await call(showProcessor, { processorId })
    expect(steps.map(({ kind }) => kind)).toEqual(['changed', 'disabled', 'enabled', 'entered'])
    await expect(desk.owner.query(`update base.recipient_step set kind = 'entered'`)).rejects.toMatchObject({
      code: 'ZV409',
    })
  })
})

describe('the gate', () => {
  it('keeps letters while nobody is enabled for their purpose, and lets them go, each once, when somebody is', async () => {
    const { desk, server, call } = await prepared()
    const letters = [await write(desk), await write(desk, 'identity')]
    await desk.runJobs()
    for (const id of letters) expect(await stateOf(desk, id)).toEqual({ status: 'waiting', carrier: null, whole: true })
    expect(server.letters).toHaveLength(0)
    expect(await call(showMailGate, {})).toMatchObject({ hasServer: true, open: 'none', waiting: 2 })
    const { groundId } = await call(addGround, eea)
    const { processorId } = await call(addProcessor, { ...whole(groundId), purposes: ['orders'] })
    await call(enableProcessor, { processorId })
    await desk.runJobs()
    expect(await stateOf(desk, letters[0]!)).toEqual({ status: 'sent', carrier: processorId, whole: false })
    expect(await stateOf(desk, letters[1]!)).toMatchObject({ status: 'waiting', whole: true })
    await desk.as(system).call(releaseLetters, {})
    await desk.runJobs()
    expect(server.letters).toHaveLength(1)
    const part = await call(showMailGate, {})
    expect(part).toMatchObject({ open: 'some', waiting: 1 })
    expect(part.closedFor).toContainEqual(policy.purposes.identity.words)
    expect(part.closedFor).not.toContainEqual(policy.purposes.orders.words)
    await call(disableProcessor, { processorId, why: 'schimbăm firma' })
    const other = await call(addProcessor, { ...whole(groundId), purposes: purposesOfRole(policy, 'mail') })
    await call(enableProcessor, other)
    await desk.runJobs()
    expect(await call(showMailGate, {})).toEqual({ hasServer: true, open: 'all', closedFor: [], waiting: 0 })
  })

  it('a ground that falls stops all that rest on it at once, with letters in the queue', async () => {
    const { desk, server, call } = await prepared()
    const { groundId, processorId } = await givenProcessor(desk)
    await givenProcessor(desk, 'hosting', { groundId })
    const first = await write(desk)
    await desk.runJobs()
    expect(await stateOf(desk, first)).toMatchObject({ status: 'sent', carrier: processorId })
    const queued = [await write(desk), await write(desk), await write(desk)]
    expect(await call(invalidateGround, { groundId, why: 'Hotărârea C-311/18' })).toEqual({ blocked: 2 })
    await expect(call(invalidateGround, { groundId, why: 'încă o dată' })).rejects.toMatchObject({ code: 'invalid' })
    await desk.runJobs()
    expect(server.letters).toHaveLength(1)
    for (const id of queued) expect(await stateOf(desk, id)).toMatchObject({ status: 'waiting', whole: true })
    const { roles } = await call(listRecipients, {})
    expect(roles.flatMap(({ entries }) => entries.map(({ state }) => state))).toEqual(['blocked', 'blocked'])
    await call(reinstateGround, { groundId, why: 'decizie nouă', reviewOn: addDays(today, 365) })
    await desk.runJobs()
    expect(server.letters).toHaveLength(4)
  })

  it('whoever blocks waits for what is on its way, and after the answer nothing leaves', async () => {
    const { desk, call } = await prepared(false)
    const { groundId } = await givenProcessor(desk)
    const order: string[] = []
    let arrived = () => {}
    const onItsWay = new Promise<void>((resolve) => {
      arrived = resolve
    })
    let takeIt = () => {}
    const taken = new Promise<void>((resolve) => {
      takeIt = resolve
    })
    const slow = {
      async send() {
        arrived()
        await taken
        order.push('left')
      },
      close() {},
    }
    Object.assign(desk.tools, { letters: makeLetters(desk.tools.keys, slow) })
    const id = await write(desk)
    const sending = desk.runJobs()
    await onItsWay
    const blocking = call(invalidateGround, { groundId, why: 'Hotărârea C-311/18' }).then(() => order.push('blocked'))
    await isWaiting(desk)
    takeIt()
    await Promise.all([sending, blocking])
    expect(order).toEqual(['left', 'blocked'])
    expect(await stateOf(desk, id)).toMatchObject({ status: 'sent' })
  })

  it('is not asked where letters stay in the captured mailbox', async () => {
    const { desk, call } = await prepared(false)
    const id = await write(desk)
    await desk.runJobs()
    expect(await stateOf(desk, id)).toMatchObject({ status: 'captured', whole: true })
    expect(await call(showMailGate, {})).toMatchObject({ hasServer: false, waiting: 0 })
  })
})

/** Until somebody stands before a lock that another holds. */
async function isWaiting(desk: TestDesk): Promise<void> {
  for (;;) {
    const { rows } = await desk.owner.query(
      `select count(*)::int as n from pg_locks where locktype = 'advisory' and not granted
         and database = (select oid from pg_database where datname = current_database())`,
    )
    if (rows[0].n > 0) return
  }
}
