import { data } from 'react-router'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { addAttachment } from '../attachment/add-attachment.ts'
import { type SecretKind, secretsIn } from '../ticket/secret-paste.rules.ts'
import type { Suggested } from './suggested-articles.tsx'

/** A file that was taken in and waits for its message. */
export interface WaitingFile {
  readonly id: string
  readonly name: string
  readonly sizeBytes: number
}

/** What a form with a message comes back with: besides mistakes, files already taken in and what looks like a secret. */
export interface MessageAnswer extends FormAnswer {
  readonly files?: readonly WaitingFile[]
  readonly looksSecret?: readonly SecretKind[]
  /** Articles that may answer it, when they were asked for first. */
  readonly suggested?: Suggested
}

interface Ready {
  readonly body: string
  readonly sendingId: string | undefined
  readonly attachmentIds: string[]
}

/**
 * Takes the files of a form in and sends its message. Whatever stops it, a mistake or a question, the form comes back
 * with all that was typed and with the files it has: a browser does not keep chosen files, so they must not be asked for twice.
 * A message that looks as if it held a secret comes back once, with the offer to hand it over as a deposit.
 */
export async function sendMessage<Result>(
  form: FormData,
  { visit, accountId, warn }: { visit: Visit; accountId?: string; warn: boolean },
  send: (ready: Ready) => Promise<Result>,
) {
  const files: WaitingFile[] = [...keptFiles(form)]
  const answer = await answerForm<Result | MessageAnswer>(
    form,
    async () => {
      for (const file of chosenFiles(form)) files.push(await takeIn(visit, file, accountId))
      const body = text(form, 'body')
      const found = warn && !form.has('sure') ? secretsIn(body) : []
      if (found.length > 0) return { errors: {}, values: typed(form), looksSecret: found }
      return await send({
        body,
        sendingId: text(form, 'sendingId') || undefined,
        attachmentIds: files.map((file) => file.id),
      })
    },
    { rename: { content: 'files', name: 'files', attachmentIds: 'files' } },
  )
  return withFiles(answer, files)
}

type Answered = ReturnType<typeof data<MessageAnswer>>

function withFiles<Result>(answer: Result | MessageAnswer | Answered, files: WaitingFile[]): Result | Answered {
  if (isAnswered(answer)) return data<MessageAnswer>({ ...answer.data, files }, answer.init ?? undefined)
  if (isMessageAnswer(answer)) return data<MessageAnswer>({ ...answer, files })
  return answer as Result
}

const isAnswered = (answer: unknown): answer is Answered =>
  typeof answer === 'object' && answer !== null && 'data' in answer && isMessageAnswer(answer.data)

const isMessageAnswer = (answer: unknown): answer is MessageAnswer =>
  typeof answer === 'object' && answer !== null && 'errors' in answer && 'values' in answer

async function takeIn(visit: Visit, file: File, accountId: string | undefined): Promise<WaitingFile> {
  const content = new Uint8Array(await file.arrayBuffer())
  const taken = await visit.call<typeof addAttachment>('attachment.add', {
    ...(accountId ? { accountId } : {}),
    name: file.name || 'file',
    content,
  })
  return { id: taken.attachmentId, name: taken.name, sizeBytes: taken.sizeBytes }
}

function chosenFiles(form: FormData): File[] {
  return form.getAll('files').filter((entry): entry is File => entry instanceof File && entry.size > 0)
}

/** Files of an earlier try: id, size and name in one value each. Only who added a file can send it, so nothing is trusted. */
function* keptFiles(form: FormData): Iterable<WaitingFile> {
  for (const value of form.getAll('kept')) {
    const [, id, size, name] = /^([0-9a-f-]{36}) (\d{1,9}) (.+)$/.exec(String(value)) ?? []
    if (id && size && name) yield { id, sizeBytes: Number(size), name }
  }
}

export function keptValue(file: WaitingFile): string {
  return `${file.id} ${file.sizeBytes} ${file.name}`
}

export function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(
    ['formId', 'body', 'subject'].filter((name) => form.has(name)).map((name) => [name, text(form, name)]),
  )
}
