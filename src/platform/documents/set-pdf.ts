/**
 * A printed document as a tagged PDF (PDF/UA-1): its language and title set, headings, lists and tables marked as what
 * they are, fonts embedded with their meaning, so that a reader speaks it and a search finds every letter.
 */
import { createRequire } from 'node:module'
import type PDFKit from 'pdfkit'
import type { Block, PrintedDocument } from './document.ts'

type Pdf = InstanceType<typeof PDFKit>
type Structure = ReturnType<Pdf['struct']>

const resolve = createRequire(import.meta.url).resolve
const fonts = {
  plain: resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
  bold: resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'),
}
const margin = 62
const zeroWidthSpace = '\u200b'
const languages = { ro: 'ro-RO', en: 'en-GB' } as const
const quiet = '#444444'
const line = '#b8b8b0'
/** Of a table's cells, in points: the line below, the room above and below the words, and after them. */
const [rule, around, apart] = [0.5, 4, 6]

export interface PdfJob {
  readonly document: PrintedDocument
  /** "Page {n} of {count}" in the document's language, for the foot of each page. */
  readonly page: string
}

/** Sets it here and now: some 0.3 s for a letter, in which nothing else of this thread runs. Others call `documentPdf`. */
export async function setPdf({ document, page }: PdfJob): Promise<Buffer> {
  // 30 MB that most processes never need.
  const { default: PDFDocument } = await import('pdfkit')
  const pdf = new PDFDocument({
    size: 'A4',
    margins: { top: margin, bottom: margin + 14, left: margin, right: margin },
    pdfVersion: '1.7',
    subset: 'PDF/UA' as never,
    tagged: true,
    lang: languages[document.language],
    displayTitle: true,
    bufferPages: true,
    font: fonts.plain,
    info: { Title: document.title, Author: document.from[0] ?? '' },
  })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((done, fail) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', () => done())
    pdf.on('error', fail)
  })
  pdf.registerFont('plain', fonts.plain)
  pdf.registerFont('bold', fonts.bold)
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  head(pdf, root, document)
  for (const part of document.parts) {
    const section = pdf.struct('Sect')
    root.add(section)
    keepTogether(pdf, 60)
    pdf.moveDown(1.2)
    said(pdf, section, 'H2', part.heading, 'bold', 12)
    pdf.moveDown(0.3)
    for (const block of part.blocks) printed(pdf, section, block)
    section.end()
  }
  root.end()
  foot(pdf, page)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}

function head(pdf: Pdf, root: Structure, { from, day, to, title }: PrintedDocument): void {
  pdf.fillColor(quiet)
  for (const one of from) said(pdf, root, 'P', one, 'plain', 9)
  pdf.moveDown(1)
  said(pdf, root, 'P', day, 'plain', 9)
  pdf.fillColor('black')
  if (to) {
    pdf.moveDown(1)
    said(pdf, root, 'P', to, 'plain', 10)
  }
  pdf.moveDown(1.2)
  said(pdf, root, 'H1', title, 'bold', 16)
}

function printed(pdf: Pdf, section: Structure, block: Block): void {
  if (block.kind === 'text') {
    said(pdf, section, 'P', block.text, 'plain', 10)
    pdf.moveDown(0.4)
  } else if (block.kind === 'list') {
    list(pdf, section, block.items)
  } else if (block.kind === 'facts') {
    table(pdf, section, block.rows, [1, 2], (cell, _row, column) =>
      column === 0 ? { ...cell, type: 'TH', scope: 'Row', textColor: quiet } : cell,
    )
  } else {
    const widths = block.head.map((_, column) => shareOf([block.head, ...block.rows].map((row) => row[column] ?? '')))
    const bold = { src: fonts.bold, size: 9 }
    withHeadOnEachPage(pdf, block.head, columnWidths(pdf, widths), () =>
      table(pdf, section, [block.head, ...block.rows], widths, (cell, row) =>
        row === 0 ? { ...cell, type: 'TH', scope: 'Column', font: bold } : cell,
      ),
    )
  }
}

/** How much room a column takes: more for longer cells, though not in proportion, so that no column starves another. */
function shareOf(cells: readonly string[]): number {
  return Math.sqrt(Math.min(100, Math.max(10, ...cells.map((cell) => cell.length))))
}

/**
 * A word that no line holds may go on after every few letters: where it may not, setting it takes memory by the square of
 * its length, and a word of nine thousand letters takes all that there is.
 */
function breakable(text: string): string {
  return text.replaceAll(/\S{101,}/g, (word) => word.replaceAll(/.{24}(?=[^\p{M}])/gsu, `$&${zeroWidthSpace}`))
}

function said(pdf: Pdf, parent: Structure, tag: string, text: string, font: 'plain' | 'bold', size: number): void {
  if (text === '') return
  parent.add(pdf.struct(tag, {}, () => void pdf.font(font).fontSize(size).text(breakable(text), { lineGap: 2 })))
}

function list(pdf: Pdf, section: Structure, items: readonly string[]): void {
  const tagged = pdf.struct('L')
  section.add(tagged)
  for (const item of items) {
    keepTogether(pdf, 30)
    const place = pdf.x
    const one = pdf.struct('LI')
    tagged.add(one)
    const top = pdf.y
    one.add(
      pdf.struct(
        'Lbl',
        {},
        () =>
          void pdf
            .font('plain')
            .fontSize(10)
            .text('•', place + 4, top, { lineBreak: false }),
      ),
    )
    const width = pdf.page.width - margin - place - 18
    one.add(pdf.struct('LBody', {}, () => void pdf.text(breakable(item), place + 18, top, { lineGap: 2, width })))
    one.end()
    pdf.x = place
    pdf.moveDown(0.15)
  }
  tagged.end()
  pdf.moveDown(0.3)
}

interface Cell {
  readonly text: string
  readonly border: readonly number[]
  readonly borderColor: string
  readonly padding: readonly number[]
  readonly type?: string
  readonly scope?: string
  readonly textColor?: string
  readonly font?: { readonly src: string; readonly size: number }
}

function table(
  pdf: Pdf,
  section: Structure,
  rows: readonly (readonly string[])[],
  shares: readonly number[],
  change: (cell: Cell, row: number, column: number) => Cell,
): void {
  if (rows.length === 0) return
  pdf.font('plain').fontSize(9)
  const widths = columnWidths(pdf, shares)
  pdf.table({
    structParent: section,
    columnStyles: widths,
    data: rows
      .flatMap((row) => onPages(pdf, row.map(breakable), widths))
      .map((row, at) =>
        row.map((text, column) =>
          change(
            { text: text || '—', border: [0, 0, rule, 0], borderColor: line, padding: [around, apart, around, 0] },
            at,
            column,
          ),
        ),
      ),
  } as never)
  pdf.x = margin
  pdf.moveDown(0.8)
}

/** A row that no page can hold goes on as further rows, each beginning with what the first begins with. */
function onPages(pdf: Pdf, row: readonly string[], widths: readonly number[]): (readonly string[])[] {
  const { top, bottom } = pdf.page.margins
  const most = pdf.page.height - top - bottom - 2 * around - rule
  const cells = row.map((cell, at) => pieces(pdf, cell, (widths[at] ?? 0) - apart, most))
  const longest = Math.max(...cells.map((parts) => parts.length))
  return Array.from({ length: longest }, (_, at) =>
    cells.map((parts, column) => parts[at] ?? (column === 0 && parts.length === 1 ? (parts[0] ?? '') : ' ')),
  )
}

/** A text in parts of at most that height, cut where a word ends if there is one. */
function pieces(pdf: Pdf, text: string, width: number, most: number): string[] {
  const parts: string[] = []
  let rest = text
  while (pdf.heightOfString(rest, { width }) > most) {
    let [fits, over] = [1, rest.length]
    while (over - fits > 1) {
      const middle = Math.floor((fits + over) / 2)
      if (pdf.heightOfString(rest.slice(0, middle), { width }) > most) over = middle
      else fits = middle
    }
    const end = rest.slice(0, fits).search(/\s\S*$/) + 1 || fits
    parts.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end)
  }
  return [...parts, rest]
}

function columnWidths(pdf: Pdf, shares: readonly number[]): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  return shares.map((share) => ((pdf.page.width - 2 * margin) * share) / sum)
}

/** Where a table goes on, its head is there again for the eye; what is read out has it once. */
function withHeadOnEachPage(pdf: Pdf, cells: readonly string[], widths: readonly number[], set: () => void): void {
  pdf.font('bold').fontSize(9)
  const tallest = Math.max(...cells.map((cell, at) => pdf.heightOfString(cell, { width: (widths[at] ?? 0) - apart })))
  const height = tallest + 2 * around
  keepTogether(pdf, height + 40)
  const pages = [pdf.page]
  const goOn = () => {
    pages.push(pdf.page)
    pdf.markContent('Artifact', { type: 'Layout' })
    pdf.font('bold').fontSize(9)
    let left = margin
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0
      pdf.text(cell, left, margin + around, { width: width - apart })
      left += width
    }
    pdf
      .moveTo(margin, margin + height)
      .lineTo(left, margin + height)
      .lineWidth(rule)
      .stroke(line)
    pdf.endMarkedContent()
    pdf.font('plain').fontSize(9)
    pdf.page.margins.top = margin + height
  }
  // Where the next page's first row begins is read from the page before it.
  pdf.page.margins.top = margin + height
  pdf.on('pageAdded', goOn)
  set()
  pdf.off('pageAdded', goOn)
  for (const page of pages) page.margins.top = margin
}

/** A heading does not stand alone at the foot of a page. */
function keepTogether(pdf: Pdf, height: number): void {
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage()
}

/** Page numbers are no part of what is read out. */
function foot(pdf: Pdf, words: string): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    pdf.switchToPage(start + at)
    const bottom = pdf.page.margins.bottom
    pdf.page.margins.bottom = 0
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font('plain').fontSize(8).fillColor(quiet)
    const said = words.replace('{n}', String(at + 1)).replace('{count}', String(count))
    pdf.text(said, margin, pdf.page.height - 44, {
      align: 'right',
      width: pdf.page.width - 2 * margin,
      lineBreak: false,
    })
    pdf.endMarkedContent()
    pdf.page.margins.bottom = bottom
  }
}
