/** A PDF as a reader that knows nothing of who made it: its text by the fonts' own tables, its catalogue, its tags. */
import { inflateSync } from 'node:zlib'

export interface ReadPdf {
  readonly text: string
  readonly language: string | undefined
  readonly title: string | undefined
  readonly hasStructure: boolean
  /** Kinds of tags, each as often as it stands there. */
  readonly tags: readonly string[]
  readonly pages: number
}

export function readPdf(bytes: Buffer): ReadPdf {
  const objects = readObjects(bytes)
  const all = [...objects.values()]
  const catalogue = all.find(({ head }) => /\/Type \/Catalog\b/.test(head))?.head ?? ''
  const fonts = fontMaps(objects)
  const pages = all.filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head))
  const text = pages.map(({ head }) => {
    const content = objects.get(Number(/\/Contents (\d+) 0 R/.exec(head)?.[1]))
    return content?.stream ? textOf(content.stream.toString('latin1'), fonts) : ''
  })
  return {
    text: text.join('\n'),
    language: /\/Lang \(([^)]*)\)/.exec(catalogue)?.[1],
    title: titleOf(objects),
    hasStructure:
      /\/StructTreeRoot \d+ 0 R/.test(catalogue) &&
      /\/Marked true/.test(catalogue + all.map(({ head }) => head).join()),
    tags: all.flatMap(({ head }) =>
      /\/S \/([A-Z][A-Za-z0-9]*)/.exec(head)?.[1] && /\/P \d+ 0 R/.test(head)
        ? [/\/S \/([A-Z][A-Za-z0-9]*)/.exec(head)![1]!]
        : [],
    ),
    pages: pages.length,
  }
}

interface PdfObject {
  readonly head: string
  readonly stream: Buffer | null
}

function readObjects(bytes: Buffer): Map<number, PdfObject> {
  const raw = bytes.toString('latin1')
  const objects = new Map<number, PdfObject>()
  for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = found[2] ?? ''
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const packed = Buffer.from(body.slice(at + 7, at + 7 + length), 'latin1')
    const stream = at < 0 ? null : /FlateDecode/.test(head) ? inflateSync(packed) : packed
    objects.set(Number(found[1]), { head, stream })
  }
  return objects
}

/** By the name that pages call a font: from its glyphs' numbers to what they mean. */
function fontMaps(objects: ReadonlyMap<number, PdfObject>): Map<string, Map<number, string>> {
  const maps = new Map<string, Map<number, string>>()
  for (const { head } of objects.values()) {
    for (const [, name, id] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(Number(id))?.head ?? ''
      const table = objects.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]))?.stream
      if (table && name) maps.set(name, readTable(table.toString('latin1')))
    }
  }
  return maps
}

function readTable(table: string): Map<number, string> {
  const map = new Map<number, string>()
  for (const [, from, list] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const values = [...(list ?? '').matchAll(/<([0-9a-f ]*)>/gi)].map((one) => characters(one[1] ?? ''))
    for (const [at, value] of values.entries()) map.set(Number.parseInt(from ?? '0', 16) + at, value)
  }
  return map
}

function characters(hex: string): string {
  const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? []
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)))
}

function textOf(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  let font: ReadonlyMap<number, string> | undefined
  let text = ''
  for (const [, name, shown, line] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ|(\bBT\b)/g)) {
    if (name) font = fonts.get(name)
    else if (line) text += '\n'
    else if (shown) {
      for (const [, hex] of shown.matchAll(/<([0-9a-f]+)>/gi)) {
        for (const glyph of hex?.match(/.{4}/g) ?? []) text += font?.get(Number.parseInt(glyph, 16)) ?? '\ufffd'
      }
    }
  }
  return text
}

function titleOf(objects: ReadonlyMap<number, PdfObject>): string | undefined {
  const place = [...objects.values()].map(({ head }) => /\/Title (\d+) 0 R/.exec(head)?.[1]).find((found) => found)
  const raw = objects.get(Number(place))?.head.trim().slice(1, -1)
  if (raw === undefined) return undefined
  const plain = raw.replaceAll(
    /\\([()\\nrt])/g,
    (_all, letter: string) => ({ n: '\n', r: '\r', t: '\t' })[letter] ?? letter,
  )
  const bytes = Buffer.from(plain, 'latin1')
  const isWide = bytes[0] === 0xfe && bytes[1] === 0xff
  return isWide ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : plain
}
