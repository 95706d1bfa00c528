import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvLine } from './csv.ts'

/** As spreadsheets read it: a cell is quoted only when it begins with a quote. */
function cellsOf(csv: string, separator: string): string[] {
  const cells: string[] = []
  let at = 0
  while (at < csv.length) {
    let cell = ''
    if (csv[at] === '"') {
      for (at += 1; at < csv.length && (csv[at] !== '"' || csv[at + 1] === '"'); at += 1) {
        if (csv[at] === '"') at += 1
        cell += csv[at]
      }
      at += 1
    }
    while (at < csv.length && csv[at] !== separator && csv[at] !== '\n' && csv[at] !== '\r') cell += csv[at++]
    at += csv.startsWith('\r\n', at) ? 2 : 1
    cells.push(cell)
  }
  return cells
}

const nasty = fc.string({
  unit: fc.constantFrom('=', '+', '-', '@', ';', ',', '"', "'", '\n', '\r', '\t', ' ', 'a', 'ș'),
  maxLength: 12,
})

it.each([',', ';', '\t'])('holds no formula for a spreadsheet that parts cells at %j', (separator) => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 1, maxLength: 4 }), (values) => {
      for (const cell of cellsOf(csvLine(values), separator)) expect(cell).not.toMatch(/^\s*[=+\-@]/)
    }),
    { numRuns: 2000 },
  )
})

it('is the text itself, but for those apostrophes', () => {
  fc.assert(
    fc.property(fc.array(nasty, { minLength: 2, maxLength: 4 }), (values) => {
      const bare = (text: string) => text.replaceAll("'", '')
      expect(cellsOf(csvLine(values), ',').map(bare)).toEqual(values.map(bare))
    }),
  )
  expect(csvLine(['=1', 'a;=1', 'a - b', 'x\n- y', -5, true, null, 'Ștefan', 'e-mail'])).toBe(
    `'=1,a;'=1,a - b,"x\n'- y",-5,true,,Ștefan,e-mail\r\n`,
  )
})
