/**
 * A printed document as a tagged PDF (PDF/UA-1), set in a thread of its own: setting one takes some 0.3 s of processor
 * time, and no request waits for it. The thread starts with the first document and ends when none has come for a while.
 */
import { extname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PrintedDocument } from './document.ts'
import type { PdfJob } from './set-pdf.ts'

export interface PdfOrder {
  readonly id: number
  readonly job: PdfJob
}
export type PdfAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly words: string }

interface Waiting {
  readonly worker: Worker
  done(bytes: Uint8Array<ArrayBuffer>): void
  fail(error: Error): void
}

/** No document that people get takes nearly as long. */
const patience = 60_000
const keptIdle = 10_000
/** A document of a thousand pages fits. Young objects are few at a time: most of the memory would wait for nothing. */
const resourceLimits = { maxOldGenerationSizeMb: 384, maxYoungGenerationSizeMb: 16 }

let thread: Worker | null = null
let last = 0
let idle: NodeJS.Timeout | undefined
const waiting = new Map<number, Waiting>()

/**
 * @param page "Page {n} of {count}" in the document's language, for the foot of each page
 * @throws Error when it cannot be set, or not in a minute
 */
export async function documentPdf(document: PrintedDocument, page: string): Promise<Uint8Array<ArrayBuffer>> {
  clearTimeout(idle)
  thread ??= start()
  const worker = thread
  // Only while something is waited for does the thread keep the process alive.
  worker.ref()
  last += 1
  const id = last
  const tooLong = setTimeout(() => void worker.terminate(), patience)
  try {
    return await new Promise<Uint8Array<ArrayBuffer>>((done, fail) => {
      waiting.set(id, { worker, done, fail })
      worker.postMessage({ id, job: { document, page } } satisfies PdfOrder)
    })
  } finally {
    clearTimeout(tooLong)
    waiting.delete(id)
    if (waiting.size === 0) rest(worker)
  }
}

function rest(worker: Worker): void {
  worker.unref()
  idle = setTimeout(() => {
    if (thread === worker) thread = null
    void worker.terminate()
  }, keptIdle)
  idle.unref()
}

function start(): Worker {
  const worker = new Worker(join(import.meta.dirname, `pdf-thread${extname(import.meta.filename)}`), { resourceLimits })
  const fallen = (error: Error) => {
    if (thread === worker) thread = null
    for (const one of waiting.values()) if (one.worker === worker) one.fail(error)
  }
  worker.on('message', (answer: PdfAnswer) => {
    const one = waiting.get(answer.id)
    if ('bytes' in answer) one?.done(answer.bytes)
    else one?.fail(new Error(answer.words))
  })
  worker.on('error', fallen)
  worker.on('exit', () => fallen(new Error('The thread that sets PDFs ended before it had set one.')))
  return worker
}
