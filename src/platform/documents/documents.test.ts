import { describe, expect, it } from 'vitest'
import { readPdf } from '../../../test/support/read-pdf.ts'
import type { PrintedDocument } from './document.ts'
import { documentHtml } from './document-html.ts'
import { documentPdf } from './document-pdf.ts'

const document: PrintedDocument = {
  title: 'Răspuns la cererea nr. 7: ștergerea datelor',
  language: 'ro',
  day: '22 noiembrie 2026',
  from: ['Zăvor & Fiii SRL', 'Str. Țepeș Vodă 1, Târgu Mureș'],
  to: 'Ștefăniță Țâru',
  parts: [
    {
      heading: 'Ce am făcut',
      blocks: [
        { kind: 'text', text: 'Ă ă Â â Î î Ș ș Ț ț „ghilimele” – și <b>nu</b> HTML.' },
        { kind: 'list', items: ['întâi', 'apoi'] },
        { kind: 'facts', rows: [['Țara', 'România']] },
        {
          kind: 'table',
          head: ['Felul', 'Până când'],
          rows: [
            ['Facturi', '1 iulie 2032'],
            ['Jurnal', ''],
          ],
        },
      ],
    },
  ],
}
const pageOf = 'Pagina {n} din {count}'

describe('a printed document', () => {
  it('as PDF is read back letter by letter, tagged, in its language', async () => {
    const pdf = readPdf(Buffer.from(await documentPdf(document, pageOf)))
    for (const wanted of [
      'Răspuns la cererea nr. 7: ștergerea datelor',
      'Ștefăniță Țâru',
      'Ă ă Â â Î î Ș ș Ț ț „ghilimele” – și <b>nu</b> HTML.',
      'Str. Țepeș Vodă 1, Târgu Mureș',
      'întâi',
      '1 iulie 2032',
      'Pagina 1 din 1',
    ])
      expect(pdf.text).toContain(wanted)
    expect(pdf.text).not.toContain('\ufffd')
    expect(pdf).toMatchObject({ language: 'ro-RO', hasStructure: true, pages: 1, title: document.title })
    const count = (tag: string) => pdf.tags.filter((one) => one === tag).length
    expect({ h1: count('H1'), h2: count('H2'), l: count('L'), li: count('LI'), table: count('Table') }).toEqual({
      h1: 1,
      h2: 1,
      l: 1,
      li: 2,
      table: 2,
    })
    expect([count('TH'), count('TD')]).toEqual([3, 5])
  })

  it('as PDF goes on over pages, however long, and loses no row', async () => {
    const rows = Array.from({ length: 400 }, (_, at) => [`rândul ${at} ${'lung '.repeat(at % 20)}`, String(at)])
    const long = {
      ...document,
      parts: [{ heading: 'Tot', blocks: [{ kind: 'table' as const, head: ['Felul', 'Câte'], rows }] }],
    }
    const pdf = readPdf(Buffer.from(await documentPdf(long, pageOf)))
    expect(pdf.pages).toBeGreaterThan(10)
    for (const at of [0, 1, 199, 399]) expect(pdf.text).toContain(`rândul ${at} `)
    expect(pdf.tags.filter((one) => one === 'TR')).toHaveLength(401)
    // Each page says again what its columns are, and who has it read out hears it once.
    expect(pdf.text.match(/Felul/g)).toHaveLength(pdf.pages)
    expect(pdf.tags.filter((one) => one === 'TH')).toHaveLength(2)
    expect(pdf.text).toContain(`Pagina ${pdf.pages} din ${pdf.pages}`)
  })

  it('as PDF says all of a value that is longer than a page, in the words that it has', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => `pasul ${at}.`)
    const rows = [
      ['Țara', 'România'],
      ['Ce s-a întâmplat', lines.join('\n')],
      ['Fără spații', 'ș'.repeat(4000)],
    ] as const
    const told = { ...document, parts: [{ heading: 'Incidentul', blocks: [{ kind: 'facts' as const, rows }] }] }
    const pdf = readPdf(Buffer.from(await documentPdf(told, pageOf)))
    for (const one of lines) expect(pdf.text).toContain(one)
    expect(pdf.text.match(/ș/g)?.length).toBeGreaterThanOrEqual(4000)
    expect(pdf.text.match(/Ce s-a întâmplat/g)?.length).toBeGreaterThan(2)
  })

  it('as PDF says all of a word that has no end, wherever it stands', async () => {
    const word = 'ș'.repeat(20_000)
    const blocks = [
      { kind: 'text' as const, text: word },
      { kind: 'list' as const, items: [word] },
      { kind: 'facts' as const, rows: [['Mesaj', word]] as const },
      { kind: 'table' as const, head: ['Când', 'Ce'], rows: [['azi', word]] },
    ]
    const told = { ...document, title: 'Tot', parts: [{ heading: 'Mesaje', blocks }] }
    const { text } = readPdf(Buffer.from(await documentPdf(told, pageOf)))
    expect(text.match(/ș/g)?.length).toBeGreaterThanOrEqual(4 * 20_000)
  })

  it('as PDF is set beside the loop that answers requests, many at once, each its own', async () => {
    let turns = 0
    let over = false
    const turn = () => {
      turns += 1
      if (!over) setImmediate(turn)
    }
    turn()
    const letters = await Promise.all(
      Array.from({ length: 4 }, (_, at) => documentPdf({ ...document, title: `Scrisoarea ${at}` }, pageOf)),
    )
    over = true
    expect(letters.map((one) => readPdf(Buffer.from(one)).title)).toEqual([0, 1, 2, 3].map((at) => `Scrisoarea ${at}`))
    // Set in this thread the loop would turn a few times for all four.
    expect(turns).toBeGreaterThan(1000)
  })

  it('that cannot be set is refused by itself, and the next one is set', async () => {
    const broken = { ...document, parts: [{ heading: 'x', blocks: [{ kind: 'list', items: null }] }] } as never
    const [fault, fine] = await Promise.allSettled([documentPdf(broken, pageOf), documentPdf(document, pageOf)])
    expect(fault).toMatchObject({ status: 'rejected', reason: expect.any(Error) })
    expect(fine.status).toBe('fulfilled')
    await expect(documentPdf({ ...document, title: () => 'x' } as never, pageOf)).rejects.toThrow()
    expect(readPdf(Buffer.from(await documentPdf(document, pageOf))).pages).toBe(1)
  })

  it('as HTML says its language and its headings, and takes no text for markup', () => {
    const html = documentHtml(document)
    expect(html).toContain('<html lang="ro">')
    expect(html).toContain('<h1>Răspuns la cererea nr. 7: ștergerea datelor</h1>')
    expect(html).toContain('<th scope="col">Până când</th>')
    expect(html).toContain('<th scope="row">Țara</th>')
    expect(html).toContain('și &lt;b&gt;nu&lt;/b&gt; HTML')
    expect(html).not.toMatch(/<script|https?:/)
  })
})
