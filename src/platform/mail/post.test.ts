import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, it, onTestFinished } from 'vitest'
import { smtpPost } from './post.ts'

const letter = {
  messageId: '0190-letter',
  from: { name: 'Zavor, SRL', address: 'privacy@provider.test' },
  to: 'ioana@client-one.test',
  subject: 'Ați fost invitată',
  text: 'Bună',
  html: '<p>Bună</p>',
}

async function mailServer(answer?: Error) {
  const taken: { to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => {
        if (!answer) taken.push({ to: session.envelope.rcptTo.map((one) => one.address), raw })
        done(answer)
      })
    },
  })
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  return { taken, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` }
}

it('gives a letter to the mail server, marked as automatic', async () => {
  const server = await mailServer()
  const post = smtpPost(server.url)
  onTestFinished(() => post.close())
  await post.send(letter)
  expect(server.taken).toHaveLength(1)
  expect(server.taken[0]?.to).toEqual(['ioana@client-one.test'])
  expect(server.taken[0]?.raw).toMatch(/^Auto-Submitted: auto-generated/m)
  expect(server.taken[0]?.raw).toMatch(/^Message-ID: <0190-letter@provider\.test>/m)
})

it('writes to one address only, whatever that address holds', async () => {
  const server = await mailServer()
  const post = smtpPost(server.url)
  onTestFinished(() => post.close())
  await post.send({ ...letter, to: 'a@x.test, b@x.test\r\nBcc: c@x.test' }).catch(() => undefined)
  for (const one of server.taken) {
    expect(one.to).toHaveLength(1)
    expect(one.raw).not.toMatch(/^Bcc:/im)
  }
})

it('says so when the server refuses', async () => {
  const server = await mailServer(new Error('mailbox full'))
  const post = smtpPost(server.url)
  onTestFinished(() => post.close())
  await expect(post.send(letter)).rejects.toThrow()
})
