import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenProcessor, givenStaff } from '../../test/support/given.ts'
import { smtpPost } from '../platform/mail/post.ts'
import { endAccount } from '../rights/ending/end-account.ts'
import { makeLetters } from './letters.ts'
import { listLetters } from './list-letters.ts'
import { showLetter } from './show-letter.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values (gen_random_uuid(), 'Zavor SRL', 'Str. Unu', 'date@provider.test', 'RO', 'ro', 'RON')`,
  )
  await givenProcessor(desk)
  return () => desk.close()
})

const words = { subject: 'Un subiect', lines: ['Un rând secret'], action: { label: 'Aici', url: 'http://desk.test/x' } }
const post = async (to = 'ioana@client.test') => {
  const { accountId, personId } = await givenMember(desk)
  const id = await desk.handles
    .of('orders')
    .transaction()
    .execute((trx) => desk.tools.letters.post(trx, { accountId, personId, to, kind: 'trial', language: 'ro', words }))
  return { id, accountId, personId }
}
const row = async (id: string) => (await desk.owner.query('select * from base.letter where id = $1', [id])).rows[0]

async function mailServer(refusal?: { responseCode: number }) {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => {
        if (!refusal) taken.push(raw)
        done(refusal ? Object.assign(new Error('no'), refusal) : null)
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { taken, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

/** The same desk with a mail server behind its letters. */
async function deskWithServer(url: string): Promise<TestDesk> {
  const server = smtpPost(url)
  onTestFinished(() => server.close())
  const mutable = desk.tools as { letters: TestDesk['tools']['letters'] }
  const before = mutable.letters
  mutable.letters = makeLetters(desk.tools.keys, server)
  onTestFinished(() => {
    mutable.letters = before
  })
  return desk
}

describe('a letter', () => {
  it('is sealed in its row, and captured when there is no mail server', async () => {
    const { id, accountId } = await post()
    expect((await row(id)).status).toBe('queued')
    expect((await row(id)).sealed.toString('latin1')).not.toContain('secret')
    await desk.runJobs()
    expect((await row(id)).status).toBe('captured')
    const owner = await givenStaff(desk)
    const { letters, hasServer } = await desk.as(owner).call(listLetters, {})
    expect(hasServer).toBe(false)
    expect(letters[0]).toMatchObject({ id, to: 'ioana@client.test', subject: 'Un subiect', status: 'captured' })
    expect((await desk.as(owner).call(showLetter, { letterId: id, accountId })).words).toEqual(words)
    await expect(desk.as(owner).call(showLetter, { letterId: id, accountId: null })).rejects.toMatchObject({
      code: 'not_found',
    })
    const technician = await givenStaff(desk, { roles: ['technician'] })
    await expect(desk.as(technician).call(listLetters, {})).rejects.toMatchObject({ code: 'role' })
  })

  it('is not there when the write that causes it fails', async () => {
    const { accountId, personId } = await givenMember(desk)
    const before = (await desk.owner.query('select from base.letter')).rowCount
    await desk.handles
      .of('support')
      .transaction()
      .execute(async (trx) => {
        await desk.tools.letters.post(trx, {
          accountId,
          personId,
          to: 'x@y.test',
          kind: 'trial',
          language: 'en',
          words,
        })
        throw new Error('the write fails')
      })
      .catch(() => undefined)
    expect((await desk.owner.query('select from base.letter')).rowCount).toBe(before)
  })

  it('leaves by the mail server once, and its words are removed', async () => {
    const server = await mailServer()
    const { id } = await post()
    const sending = await deskWithServer(server.url)
    await sending.runJobs()
    expect(server.taken).toHaveLength(1)
    expect(server.taken[0]).toContain('From: Zavor SRL <date@provider.test>')
    expect(await row(id)).toMatchObject({ status: 'sent', sealed: null, sent_at: expect.any(Date) })
    await sending.runJob('letter.send', { letterId: id, accountId: (await row(id)).account_id })
    expect(server.taken).toHaveLength(1)
  })

  it('that the server refuses for good is marked and not tried again; one that it cannot take now is', async () => {
    const forGood = await mailServer({ responseCode: 550 })
    const { id } = await post()
    await (await deskWithServer(forGood.url)).runJobs()
    expect(await row(id)).toMatchObject({ status: 'failed', failure: 'smtp 550' })
    const forNow = await mailServer({ responseCode: 451 })
    const later = await post()
    await expect((await deskWithServer(forNow.url)).runJobs()).rejects.toThrow()
    expect((await row(later.id)).status).toBe('queued')
  })

  it('that is on its way has left before its account is erased, and none leaves after', async () => {
    const order: string[] = []
    const [onItsWay, taken] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const slow = {
      async send() {
        onItsWay.resolve()
        await taken.promise
        order.push('left')
      },
      close() {},
    }
    const mutable = desk.tools as { letters: TestDesk['tools']['letters'] }
    const before = mutable.letters
    mutable.letters = makeLetters(desk.tools.keys, slow)
    onTestFinished(() => {
      mutable.letters = before
    })
    const owner = await givenMember(desk)
    const write = () =>
      desk.handles
        .of('orders')
        .transaction()
        .execute((trx) =>
          desk.tools.letters.post(trx, { ...owner, to: 'i@client.test', kind: 'trial', language: 'ro', words }),
        )
    const letters = [await write(), await write()]
    const send = (letterId: string) => desk.runJob('letter.send', { letterId, accountId: owner.accountId })
    const sending = send(letters[0]!)
    await onItsWay.promise
    const ending = desk.as(owner).call(endAccount, { understood: 'yes' })
    const ended = ending.then(() => order.push('erased'))
    await Promise.race([ended, waitingForALock()])
    taken.resolve()
    await Promise.all([sending, ended])
    await send(letters[1]!)
    expect(order).toEqual(['left', 'erased'])
  })

  it('cannot be read once its account’s key is destroyed', async () => {
    const { id, accountId } = await post()
    await desk.owner.query('delete from base.account_key where account_id = $1', [accountId])
    await expect(desk.tools.letters.open({ ...(await row(id)) })).rejects.toThrow()
  })
})

/** Until somebody stands before a lock that another holds. */
async function waitingForALock(): Promise<void> {
  for (;;) {
    const { rows } = await desk.owner.query(
      `select from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.datname = current_database() limit 1`,
    )
    if (rows.length > 0) return
  }
}
