/** An answer as a file: the letter to print, in both forms. */

import type { PrintedDocument } from '../../platform/documents/document.ts'
import { documentHtml } from '../../platform/documents/document-html.ts'
import { documentPdf } from '../../platform/documents/document-pdf.ts'
import { m } from '../../platform/language/words.ts'
import { NotFound } from '../../privacy/operation/errors.ts'
import { answersOf, type CaseRow } from '../request/case.queries.ts'
import type { Db } from '../request/request-db.ts'
import type { AnswerDocument } from './document.ts'

export const fileFormats = ['pdf', 'html'] as const
export type FileFormat = (typeof fileFormats)[number]

export interface AnswerFile {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array<ArrayBuffer>
}

/** @throws NotFound when the request has no such answer, or its words went with the person */
export async function answerFile(db: Db, row: CaseRow, answerId: string, format: FileFormat): Promise<AnswerFile> {
  const file = await printed(await documentOf(db, row, answerId), `zavor-${row.number}`, format)
  // Printing takes long enough for whom it is about to be erased meanwhile.
  await documentOf(db, row, answerId)
  return file
}

async function documentOf(db: Db, row: CaseRow, answerId: string): Promise<AnswerDocument> {
  const answer = (await answersOf(db, row)).find((one) => one.id === answerId)
  if (!answer || !('parts' in answer.document)) throw new NotFound('answer')
  return answer.document
}

export async function printed(document: PrintedDocument, name: string, format: FileFormat): Promise<AnswerFile> {
  if (format === 'html') {
    const content = new Uint8Array(Buffer.from(documentHtml(document)))
    return { filename: `${name}.html`, contentType: 'text/html; charset=utf-8', content }
  }
  const page = m.rights_pdf_page({ n: '{n}', count: '{count}' }, { locale: document.language })
  return {
    filename: `${name}.pdf`,
    contentType: 'application/pdf',
    content: await documentPdf(document, page),
  }
}

/** Every answer to a request in both forms, to go with the copy of the data. */
export async function answerFiles(db: Db, row: CaseRow): Promise<{ name: string; content: Uint8Array }[]> {
  const answers = (await answersOf(db, row)).filter((one) => 'parts' in one.document)
  const files = answers.flatMap((answer, at) =>
    fileFormats.map((format) =>
      printed(answer.document as AnswerDocument, at === 0 ? 'answer' : `answer-${at + 1}`, format),
    ),
  )
  return (await Promise.all(files)).map(({ filename, content }) => ({ name: filename, content }))
}
