/** The way out for mail: a mail server by SMTP, or nowhere (then letters stay in the captured mailbox). */
import { createTransport } from 'nodemailer'

export interface Envelope {
  /** Stable for the letter, so that a letter sent twice after a crash is recognised as one. */
  readonly messageId: string
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Post {
  /** @throws Error when the mail server does not take it; the job is then tried again */
  send(envelope: Envelope): Promise<void>
  close(): void
}

/** Mail over SMTP, e.g. smtps://user:password@mail.example.com. Each step has a timeout. */
export function smtpPost(url: string): Post {
  const options = { url, pool: true, maxConnections: 2, connectionTimeout: 10_000, greetingTimeout: 10_000 }
  const transport = createTransport({
    ...options,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ messageId, from, to, subject, text, html }) {
      await transport.sendMail({
        messageId: `<${messageId}@${from.address.split('@')[1] ?? 'localhost'}>`,
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
    },
    close: () => transport.close(),
  }
}
