/**
 * Small letters without diacritics, the same as base.fold in the database: Romanian ones in both spellings (ş and ș),
 * and Latin ones at large. Other alphabets keep their capitals, as only some databases could lower them.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]+/g, '')
    .replaceAll(/[A-Z]+/g, (letters) => letters.toLowerCase())
  return plain.replaceAll(/[øđłħŧðþıŋĸØĐŁĦŦÐÞŊ]/g, (letter) => strokes[letter] as string)
}

const strokes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'øđłħŧðþıŋĸØĐŁĦŦÐÞŊ'].map((letter, at) => [letter, 'odlhtdtinkodlhtdtn'[at] as string]),
)
