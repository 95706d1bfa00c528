import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cloneDatabase, type TestDatabase } from '../../../test/support/postgres.ts'
import { fold } from './fold.ts'
import { mostWords, numberIn, searchQuery } from './search-query.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

const inDatabase = async (texts: string[]) =>
  (
    await database.owner.query<{ folded: string[] }>(
      'select array_agg(base.fold(t) order by n) as folded from unnest($1::text[]) with ordinality u(t, n)',
      [texts],
    )
  ).rows[0]!.folded

it('takes Romanian letters in both of their spellings', () => {
  expect(fold('ĂÂÎȘȚ ăâîșț ŞŢ şţ')).toBe('aaist aaist st st')
  expect(fold('Łódź Ørsted Đorđe ÉÀÜÑ ﬁ')).toBe('lodz orsted dorde eaun fi')
})

it('folds every Latin letter as the database does', async () => {
  const letters: string[] = []
  for (const [first, last] of [
    [0x20, 0x24f],
    [0x300, 0x36f],
    [0x1e00, 0x1eff],
    [0x2c60, 0x2c7f],
    [0xfb00, 0xfb06],
  ] as const) {
    for (let code = first; code <= last; code++) letters.push(`a${String.fromCodePoint(code)}b`)
  }
  expect(await inDatabase(letters)).toEqual(letters.map(fold))
})

it('folds any text as the database does', async () => {
  const texts = fc.sample(
    fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !text.includes('\0')),
    500,
  )
  expect(await inDatabase(texts)).toEqual(texts.map(fold))
})

it('makes a query of whatever is typed, and never more than words', async () => {
  const typed = [
    ...fc.sample(fc.string({ unit: 'binary', maxLength: 80 }), 500),
    ...fc.sample(fc.stringMatching(/^[a-z'&|!:*()\\ <>-]{0,40}$/), 500),
    "'; drop table base.ticket; --",
    String.raw`a\' | b`,
    'x'.repeat(5_000),
  ]
  for (const text of typed) {
    const query = searchQuery(text)
    if (query === null) continue
    expect(query).toMatch(/^'[\p{L}\p{N}]+'(:\*)?( & '[\p{L}\p{N}]+'(:\*)?)*$/u)
    await database.owner.query(`select to_tsquery('simple', '${query.replaceAll("'", "''")}')`)
  }
})

it('asks for all words, the last one begun, and no more of them than it says', () => {
  expect(searchQuery('Mașina  CLIENTULUI')).toBe("'masina' & 'clientului':*")
  expect(searchQuery('srv-01.example.com')).toBe("'srv' & '01' & 'example' & 'com':*")
  expect(searchQuery('a')).toBe("'a'")
  expect(searchQuery(' -- ')).toBeNull()
  expect(searchQuery('a b c d e f g h i j')!.split('&')).toHaveLength(mostWords)
})

it('finds what was written by what was typed', async () => {
  const finds = async (written: string, typed: string) =>
    (
      await database.owner.query<{ found: boolean }>(
        "select base.search_words($1) @@ to_tsquery('simple', $2) as found",
        [written, searchQuery(typed)],
      )
    ).rows[0]!.found
  expect(await finds('Mașina nu mai pornește', 'masina porneste')).toBe(true)
  expect(await finds('Maşina (cedilă)', 'MAȘINA')).toBe(true)
  expect(await finds('pe srv-01.example.com/var/log:22', 'example.com')).toBe(true)
  expect(await finds('pe srv-01.example.com', 'srv-01')).toBe(true)
  expect(await finds('scrieți la ion.pop@client.test', 'pop@client')).toBe(true)
  expect(await finds('10.0.0.12', '10.0.0.12')).toBe(true)
  expect(await finds('Сервер не отвечает', 'Сервер')).toBe(true)
  expect(await finds('alpha beta', 'alpha gamma')).toBe(false)
})

it('knows a number', () => {
  expect(['#1042', ' 1042 ', '1042a', '', '99999999999'].map(numberIn)).toEqual([1042, 1042, null, null, null])
})

it('folds every letter, and takes every text apart, as it did when the indexes were first built', async () => {
  const was = `translate(lower(regexp_replace(normalize(t, nfkd), U&'[\\0300-\\036f]+', '', 'g') collate "C"),
    'øđłħŧðþıŋĸØĐŁĦŦÐÞŊ', 'odlhtdtinkodlhtdtn')`
  const { rows } = await database.owner.query<{ differs: string[] }>(
    `with letters as (select n, 'a' || chr(n) || 'B.c' || chr(n) as t from generate_series(1, 65535) n where n not between 55296 and 57343)
     select coalesce(array_agg(to_hex(n)), '{}') as differs from letters
     where base.fold(t) is distinct from ${was} or base.search_words(t) is distinct from
       to_tsvector('pg_catalog.simple', translate(${was}, './\\@_:=,;#+-', '            '))`,
  )
  expect(rows[0]?.differs).toEqual([])
})
