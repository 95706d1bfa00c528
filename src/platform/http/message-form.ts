import { data } from 'react-router'
import { type SecretKind, secretsIn } from '../language/secret-paste.ts'
import { answerForm, type FormAnswer } from './form-answer.ts'
import { typedIn } from './typed-in.ts'

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
}

interface Ready {
  readonly body: string
  readonly sendingId: string | undefined
  readonly attachmentIds: string[]
}

export interface NamedFile {
  readonly name: string
  readonly content: Uint8Array
}

interface Sending {
  /** Takes a file in, to wait for its message. */
  readonly takeIn: (file: NamedFile) => Promise<{ readonly attachmentId: string; name: string; sizeBytes: number }>
  /** Of the form, in which the message was written. */
  readonly field: 'body' | 'message'
  /** Whether to ask once about what looks like a secret. */
  readonly warn: boolean
}

/**
 * Takes the files of a form in and sends its message. Whatever stops it, a mistake or a question, the form comes back
 * with all that was typed and with the files it has: a browser does not keep chosen files, so they must not be asked for twice.
 * A message that looks as if it held a secret comes back once, with the offer to hand it over as a deposit.
 */
export async function sendWithFiles<Result>(
  form: FormData,
  { takeIn, field, warn }: Sending,
  send: (ready: Ready) => Promise<Result>,
) {
  const typed = typedIn(form)
  const files: WaitingFile[] = [...keptFiles(form)]
  const answer = await answerForm<Result | MessageAnswer>(
    form,
    async () => {
      for (const file of chosenFiles(form)) {
        const { attachmentId, name, sizeBytes } = await takeIn(await named(file))
        files.push({ id: attachmentId, name, sizeBytes })
      }
      const body = typed(field)
      const found = warn && !form.has('sure') ? secretsIn(body) : []
      if (found.length > 0) return { errors: {}, values: valuesOf(form), looksSecret: found }
      return await send({
        body,
        sendingId: typed('sendingId') || undefined,
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

async function named(file: File): Promise<NamedFile> {
  return { name: file.name || 'file', content: new Uint8Array(await file.arrayBuffer()) }
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

function valuesOf(form: FormData): Record<string, string> {
  const typed = typedIn(form)
  return Object.fromEntries(
    ['formId', 'body', 'message', 'subject'].filter((name) => form.has(name)).map((name) => [name, typed(name)]),
  )
}
