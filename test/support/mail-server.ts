import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface TakenLetter {
  /** What the sender told the server, in small letters. */
  readonly to: readonly string[]
  readonly raw: string
}

export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string
  /** How often each letter came, by what stands before the @ of its Message-ID. */
  readonly taken: ReadonlyMap<string, number>
  /** In the order in which they came. */
  readonly letters: readonly TakenLetter[]
  stop(): Promise<void>
}

/** A mail server on the loopback that takes every letter and remembers which. */
export async function startMailServer(): Promise<MailServer> {
  const taken = new Map<string, number>()
  const letters: TakenLetter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = ''
      stream.on('data', (chunk: Buffer) => {
        raw += chunk.toString()
      })
      stream.on('end', () => {
        const id = /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? ''
        taken.set(id, (taken.get(id) ?? 0) + 1)
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address.toLowerCase()), raw })
        done()
      })
    },
  })
  // Whoever talks to it may be killed in the middle of a word.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    taken,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** The plain text of a letter, as a mail program shows it. */
export function textOf({ raw }: TakenLetter): string {
  const part = /Content-Type: text\/plain[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/i.exec(raw)
  const [head = '', body = ''] = [part?.[0].split('\r\n\r\n')[0], part?.[1]]
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString()
  if (!/quoted-printable/i.test(head)) return body
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}
