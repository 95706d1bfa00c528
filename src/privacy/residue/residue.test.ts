import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { cloneDatabase } from '../../../test/support/postgres.ts'
import { formsOf } from './needles.ts'
import { scanDatabase } from './scan-database.ts'
import { scanFiles } from './scan-files.ts'
import { searchFor } from './search.ts'

const needles = [
  { label: 'name', value: 'Ștefania Țâru' },
  { label: 'e-mail', value: 'Stefania@Client-Unu.test' },
  { label: 'phone', value: '+40 721 234 567' },
]

async function givenFolder(files: Record<string, string | Buffer>) {
  const folder = await mkdtemp(join(tmpdir(), 'zavor-residue-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), content)
  }
  return folder
}

const labels = (findings: readonly { where: string; needle: string }[]) =>
  Object.fromEntries(findings.map(({ where, needle }) => [where, needle]))

describe('files', () => {
  it('finds a text in every form that it may have, wherever in the file', async () => {
    const filler = 'x'.repeat(1024 * 1024 - 7)
    const folder = await givenFolder({
      'plain.log': `${filler}Ștefania Țâru`,
      'small/deep.log': 'said ștefania țâru.',
      'capital.log': 'ȘTEFANIA ȚÂRU',
      'bare.log': 'STEFANIA taru',
      'mixed.log': 'ștefania ȚÂRU',
      'cedilla.log': 'Ştefania Ţâru',
      'mail.eml': 'Subject: =?UTF-8?Q?=C8=98tefania =C8=9A=C3=A2ru?=',
      'json.log': '{"n":"\\u0218tefania \\u021a\\u00e2ru"}',
      'url.log': 'GET /?n=%C8%98tefania%20%C8%9A%C3%A2ru',
      'utf16.bin': Buffer.from('Ștefania Țâru', 'utf16le'),
      'hex.log': Buffer.from('stefania@client-unu.test').toString('hex').toUpperCase(),
      'base64.log': Buffer.from('To: Stefania@Client-Unu.test, hello').toString('base64'),
      'phone.log': 'tel 0721234567',
      'Stefania@client-unu.test.txt': 'by its name',
      'innocent.log': 'Ștefan, client-unu, 0721 23, Țâru',
    })
    const found = labels(await scanFiles(folder, needles))
    expect(Object.keys(found).sort()).toEqual(
      [
        'plain.log',
        'small/deep.log',
        'capital.log',
        'bare.log',
        'mixed.log',
        'cedilla.log',
        'mail.eml',
        'json.log',
        'url.log',
        'utf16.bin',
        'hex.log',
        'base64.log',
        'phone.log',
        'name of Stefania@client-unu.test.txt',
      ].sort(),
    )
  })

  it('finds the base64 of any text wherever it lies in a longer one', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.string({ maxLength: 20 }), (before, after) => {
        const encoded = Buffer.from(`${before}Stefania@Client-Unu.test${after}`).toString('base64').toLowerCase()
        expect(formsOf(needles).some(({ bytes }) => encoded.includes(bytes.toString()))).toBe(true)
      }),
    )
  })

  it('finds exactly what lies in the bytes, also where texts overlap, share their beginning or end the bytes', () => {
    const letters = fc.uint8Array({ minLength: 4, maxLength: 7, max: 2 })
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 8 }),
        fc.uint8Array({ maxLength: 60, max: 2 }),
        (all, bytes) => {
          const forms = all.map((one, at) => ({ needle: 'x', form: String(at), bytes: Buffer.from(one) }))
          const wanted = forms.filter((form) => Buffer.from(bytes).includes(form.bytes)).map(({ form }) => form)
          const found = searchFor(forms)(Buffer.from(bytes)).map(({ form }) => form)
          expect(found.sort()).toEqual(wanted.sort())
        },
      ),
    )
  })

  it('looks for nothing that would be found everywhere', () => {
    expect(() => formsOf([{ label: 'initials', value: 'ab' }])).toThrow('too short')
  })
})

describe('the database', () => {
  it('finds a value in texts, lists, documents, bytes, search indexes, statistics and other schemas', async () => {
    const database = await cloneDatabase()
    onTestFinished(() => database.drop())
    const { owner } = database
    await owner.query(`
      create table base.odd (a text, b text[], c jsonb, d bytea, e tsvector, f varchar(99), g text);
      insert into base.odd values ('ștefania ȚÂRU', null, null, null, null, null, null),
        (null, '{"x","Ștefania Țâru"}', null, null, null, null, null),
        (null, null, '{"deep":{"n":"STEFANIA TARU"}}', null, null, null, null),
        (null, null, null, '\\x00ff' || convert_to('Stefania@client-unu.TEST', 'UTF8'), null, null, null),
        (null, null, null, null, base.search_words('Scris de Ștefania, apoi Țâru'), null, null),
        (null, null, null, null, null, encode('stefania@client-unu.test', 'base64'), 'nothing');
      analyze base.odd;
      create schema elsewhere; create table elsewhere.copy as select 'tel +40721234567' as kept;
    `)
    const found = labels(await scanDatabase(owner, needles))
    expect(found).toEqual({
      'base.odd.a': 'name',
      'base.odd.b': 'name',
      'base.odd.c': 'name',
      'base.odd.d': 'e-mail',
      'base.odd.e': 'name',
      'base.odd.f': 'e-mail',
      'elsewhere.copy.kept': 'phone',
      'pg_catalog.pg_stats.most_common_elems': 'name',
    })
    await owner.query(
      `insert into base.odd (a) select 'stefania@client-unu.test' from generate_series(1, 500); analyze base.odd; delete from base.odd; drop table elsewhere.copy`,
    )
    expect(labels(await scanDatabase(owner, needles))).toEqual({
      'pg_catalog.pg_stats.most_common_elems': 'name',
      'pg_catalog.pg_stats.most_common_vals': 'e-mail',
    })
  })
})
