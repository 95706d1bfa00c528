import { type MessageAnswer as Answer, type NamedFile, sendWithFiles } from '../../platform/http/message-form.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { addAttachment } from '../attachment/add-attachment.ts'
import type { Suggested } from './suggested-articles.tsx'

/** What a message's form comes back with here. */
export interface MessageAnswer extends Answer {
  /** Articles that may answer it, when they were asked for first. */
  readonly suggested?: Suggested
}

/** As sendWithFiles, for who is signed in. `accountId`: staff say whose ticket it is for. */
export function sendMessage<Result>(
  form: FormData,
  { visit, accountId, warn }: { visit: Visit; accountId?: string; warn: boolean },
  send: Parameters<typeof sendWithFiles<Result>>[2],
) {
  const takeIn = (file: NamedFile) =>
    visit.call<typeof addAttachment>('attachment.add', { ...(accountId ? { accountId } : {}), ...file })
  return sendWithFiles(form, { takeIn, field: 'body', warn }, send)
}

export function text(form: FormData, name: string): string {
  return typedIn(form)(name)
}
