/** The thread in which PDFs are set: one document in, its bytes out. */
import { parentPort } from 'node:worker_threads'
import type { PdfAnswer, PdfOrder } from './document-pdf.ts'
import { setPdf } from './set-pdf.ts'

parentPort?.on('message', async ({ id, job }: PdfOrder) => {
  const answer = await setPdf(job).then(
    (pdf): PdfAnswer => ({ id, bytes: new Uint8Array(pdf) }),
    (error: Error): PdfAnswer => ({ id, words: error.message }),
  )
  parentPort?.postMessage(answer, 'bytes' in answer ? [answer.bytes.buffer as ArrayBuffer] : [])
})
