/** What is looked for after an erasure: a text in every form in which software tends to write it down. Pure. */

export interface Needle {
  /** What it is, for the report: 'name', 'e-mail'. The report never repeats the value. */
  readonly label: string
  readonly value: string
}

/** One way of writing a needle, as bytes in lower case: they are held against lower-cased bytes. */
export interface Form {
  readonly needle: string
  readonly form: string
  readonly bytes: Buffer
}

const shortest = 4

/** @throws Error for a needle so short that it would be found everywhere */
export function formsOf(needles: readonly Needle[]): Form[] {
  const seen = new Set<string>()
  return needles.flatMap(({ label, value }) => {
    if (value.trim().length < shortest) throw new Error(`the needle ${label} is too short to be looked for`)
    return [...everyForm(value.trim())].flatMap(([form, bytes]) => {
      const lower = lowered(bytes)
      const key = `${label} ${lower.toString('latin1')}`
      if (lower.length < shortest || seen.has(key)) return []
      seen.add(key)
      return [{ needle: label, form, bytes: lower }]
    })
  })
}

/** The words of a needle as a search index holds them: small, without diacritics. */
export function wordsOf(needle: Needle): string[] {
  return plain(needle.value)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 0)
}

/** Small letters, byte by byte, and in the same way on both sides, so that nothing is missed by it. */
export function lowered(bytes: Buffer): Buffer {
  return Buffer.from(bytes.toString('latin1').toLowerCase(), 'latin1')
}

function* everyForm(value: string): Iterable<[string, Buffer]> {
  for (const [name, text] of spellings(value)) {
    const bytes = Buffer.from(text)
    yield [name, bytes]
    yield [`${name}, UTF-16LE`, Buffer.from(text, 'utf16le')]
    yield [`${name}, UTF-16BE`, Buffer.from(text, 'utf16le').swap16()]
    yield [`${name}, ISO 8859-2`, latin2(text)]
    yield [`${name}, hex`, Buffer.from(bytes.toString('hex'))]
    yield [`${name}, URL-encoded`, Buffer.from(encodeURIComponent(text))]
    yield [`${name}, form-encoded`, Buffer.from(new URLSearchParams({ v: text }).toString().slice(2))]
    yield [`${name}, JSON-escaped`, Buffer.from(escaped(text))]
    yield [`${name}, quoted-printable`, Buffer.from(quotedPrintable(bytes))]
    for (const [at, part] of base64Parts(bytes).entries()) {
      yield [`${name}, base64 (${at})`, Buffer.from(part)]
      yield [`${name}, base64url (${at})`, Buffer.from(part.replaceAll('+', '-').replaceAll('/', '_'))]
    }
  }
}

function* spellings(value: string): Iterable<[string, string]> {
  yield ['plain', value]
  yield ['composed', value.normalize('NFC')]
  yield ['decomposed', value.normalize('NFD')]
  yield ['small', value.toLowerCase()]
  yield ['capital', value.toUpperCase()]
  yield ['without diacritics', plain(value)]
  // Romanian with the cedilla that older software writes.
  yield ['cedilla', value.replace(/[șȘțȚ]/g, (letter) => ({ ș: 'ş', Ș: 'Ş', ț: 'ţ', Ț: 'Ţ' })[letter] ?? letter)]
  if (/^[+\d][\d\s().-]+$/.test(value)) {
    const digits = value.replaceAll(/\D/g, '')
    yield ['digits', digits]
    if (/^(00)?40\d{9}$/.test(digits)) yield ['national', `0${digits.slice(-9)}`]
  }
}

const beyondAscii = /[\x80-\xff]/

/** Capitals beyond ASCII have other bytes than their small letters: the bytes, and after them the same as small text. */
export function comparable(bytes: Buffer): Buffer {
  const latin = bytes.toString('latin1')
  if (!beyondAscii.test(latin)) return Buffer.from(latin.toLowerCase(), 'latin1')
  return lowered(Buffer.concat([bytes, between, Buffer.from(bytes.toString().toLowerCase())]))
}

/** The same without diacritics besides, for what is known to be text. */
export function comparableText(text: string): Buffer {
  return Buffer.concat([comparable(Buffer.from(text)), between, lowered(Buffer.from(plain(text)))])
}

const between = Buffer.from('\n')

function plain(value: string): string {
  return value
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
}

function escaped(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[\u0080-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function quotedPrintable(bytes: Buffer): string {
  return [...bytes]
    .map((byte) =>
      byte < 33 || byte > 126 || byte === 61
        ? byte === 32
          ? ' '
          : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
}

const latin2Letters: Readonly<Record<string, number>> = {
  ă: 0xe3,
  Ă: 0xc3,
  â: 0xe2,
  Â: 0xc2,
  î: 0xee,
  Î: 0xce,
  ş: 0xba,
  ș: 0xba,
  Ş: 0xaa,
  Ș: 0xaa,
  ţ: 0xfe,
  ț: 0xfe,
  Ţ: 0xde,
  Ț: 0xde,
}

function latin2(text: string): Buffer {
  return Buffer.from([...text].map((letter) => latin2Letters[letter] ?? letter.charCodeAt(0) & 0xff))
}

/** What is certain of the base64 of a text wherever in a longer text it begins: three ways, by its place modulo three. */
function base64Parts(bytes: Buffer): string[] {
  return [0, 1, 2].map((offset) => {
    const encoded = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const start = [0, 2, 3][offset] ?? 0
    const end = Math.floor(((offset + bytes.length) * 8) / 6)
    return encoded.slice(start, end)
  })
}
