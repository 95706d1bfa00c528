import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { promiseIds } from '../promises/promise.ts'
import { clausesOf } from './block.ts'
import { checkProse } from './check-prose.ts'
import { fillProse } from './fill.ts'
import { loadProse } from './load-prose.ts'
import { ProseError } from './markdown.ts'
import { periodWords } from './period.ts'
import { placeholderValues } from './placeholders.ts'
import { readProse } from './read-prose.ts'
import { policyTables } from './tables.ts'

const folder = new URL('../../../policy/', import.meta.url).pathname
const english = await readFile(`${folder}en.md`, 'utf8')
const romanian = await readFile(`${folder}ro.md`, 'utf8')
const provider = { name: 'Zid SRL', address: 'Str. Lungă 1, Cluj', privacyEmail: 'date@zid.test', country: 'RO' }

function findings(read: () => unknown): readonly string[] {
  try {
    read()
  } catch (error) {
    if (error instanceof ProseError) return error.findings
    throw error
  }
  return []
}

describe('the published policy', () => {
  test('has one clause for every promise, in both languages, and nothing that does not hold together', async () => {
    const proses = await loadProse(policy, folder)
    for (const prose of [proses.ro, proses.en]) {
      expect(clausesOf(prose).map((clause) => clause.promise)).toEqual(promiseIds)
    }
  })

  test('is filled whole: no placeholder stays in what people read', async () => {
    const proses = await loadProse(policy, folder)
    for (const language of ['ro', 'en'] as const) {
      const filled = JSON.stringify(fillProse(proses[language], placeholderValues(policy, provider, language)))
      expect(filled).not.toContain('{{')
      expect(filled).toContain('Zid SRL')
      expect(filled).toContain('mailto:date@zid.test')
    }
  })

  test('is written with the Romanian letters ș and ț, comma below', () => {
    expect(romanian).not.toMatch(/[şţŞŢ]/)
  })
})

describe('marks', () => {
  test('a missing one is named', () => {
    const text = english.replace(/### When you pay \{#p3\}[\s\S]*?(?=\n###)/, '')
    expect(findings(() => readProse('en', text))).toEqual(['policy/en.md: P3 has no clause'])
  })

  test('a doubled one is named', () => {
    const text = english.replace('{#p4}', '{#p3}')
    expect(findings(() => readProse('en', text))).toEqual([
      'policy/en.md: P3 has 2 clauses',
      'policy/en.md: P4 has no clause',
    ])
  })

  test.each(['{#p45}', '{#p0}', '{#P3}', '{#p03}', '{#retention}'])('an unknown one is named: %s', (mark) => {
    const [first] = findings(() => readProse('en', english.replace('{#p3}', mark)))
    expect(first).toContain(`${mark.slice(2, -1)} is no promise`)
  })

  test('a clause without a mark, and words outside a clause, are named', () => {
    const text = english
      .replace('### Questions {#p44}', '### Questions')
      .replace('## The rest\n', '## The rest\n\nStray words.\n')
    expect(findings(() => readProse('en', text))).toEqual([
      expect.stringContaining('words under “The rest” that belong to no promise'),
      expect.stringContaining('the clause “Questions” names no promise'),
      'policy/en.md: P44 has no clause',
    ])
  })

  test('a clause of a title alone is named', () => {
    const text = english.replace(/(\{#p44\}\n)[\s\S]*$/, '$1')
    expect(findings(() => readProse('en', text))).toEqual(['policy/en.md: P44 has a title but no words'])
  })

  test('a clause in one language only is named', async () => {
    const ro = readProse('ro', romanian)
    const sections = ro.sections.map((section) => ({
      ...section,
      clauses: section.clauses.filter((clause) => clause.promise !== 'P9'),
    }))
    expect(checkProse(policy, { ...ro, sections }, readProse('en', english))).toEqual([
      'policy/ro.md and policy/en.md order their promises differently',
    ])
  })
})

describe('placeholders', () => {
  test('one that nothing fills, and one in a single language, are named with the promise', () => {
    const ro = readProse('ro', romanian)
    const en = readProse('en', english.replace('Card numbers', '{{provider.iban}} Card numbers'))
    expect(checkProse(policy, ro, en)).toEqual([
      'P3: {{provider.iban}} stands in one language only',
      'policy/en.md: P3 asks for {{provider.iban}}, which nothing fills',
    ])
  })

  test('a table that the policy has and the prose leaves out is named', () => {
    const ro = readProse('ro', romanian.replace('{{table.transfers}}', ''))
    const en = readProse('en', english.replace('{{table.transfers}}', ''))
    expect(checkProse(policy, ro, en)).toEqual([
      'policy/ro.md: {{table.transfers}} stands nowhere',
      'policy/en.md: {{table.transfers}} stands nowhere',
    ])
  })

  test('a hostile name or address stays text and adds nothing to a letter', async () => {
    const proses = await loadProse(policy, folder)
    const hostile = {
      ...provider,
      name: '<script>alert(1)</script> [x](javascript:alert(1))',
      privacyEmail: 'a@b.test?bcc=c@d.test\r\nBcc: e@f.test',
    }
    const filled = fillProse(proses.en, placeholderValues(policy, hostile, 'en'))
    const [paragraph] = filled.intro
    if (paragraph?.kind !== 'paragraph') throw new Error('the introduction begins with a paragraph')
    expect(paragraph.children[0]).toEqual({ kind: 'text', text: expect.stringContaining('<script>') })
    const link = paragraph.children.find((child) => child.kind === 'link')
    expect(link).toMatchObject({ to: 'mailto:a@b.test%3Fbcc%3Dc@d.test%0D%0ABcc%3A%20e@f.test' })
  })
})

describe('what Markdown could hold besides', () => {
  test.each([
    ['markup', '<script>alert(1)</script>'],
    ['inline markup', 'words <img src=x onerror=alert(1)> words'],
    ['an image', '![pixel](https://elsewhere.test/p.png)'],
    ['a link elsewhere', '[more](https://elsewhere.test/)'],
    ['a script link', '[more](javascript:alert(1))'],
    ['a code block', '```\nrm\n```'],
    ['a quotation', '> said'],
    ['a definition', '[a]: https://elsewhere.test/'],
    ['an unknown table', '{{table.secrets}}'],
  ])('is refused: %s', (_, words) => {
    const text = english.replace('### When you pay {#p3}\n', `### When you pay {#p3}\n\n${words}\n`)
    expect(findings(() => readProse('en', text)).join()).toMatch(/line \d+/)
  })
})

describe('periods and tables', () => {
  test.each([
    ['P1Y', '1 an', '1 year'],
    ['P3Y', '3 ani', '3 years'],
    ['P30D', '30 de zile', '30 days'],
    ['P25M', '25 de luni', '25 months'],
    ['P0D', 'imediat', 'at once'],
  ])('%s is %s and %s', (period, ro, en) => {
    expect(periodWords(period, 'ro')).toBe(ro)
    expect(periodWords(period, 'en')).toBe(en)
  })

  test.each(['', 'P', '3Y', 'P1Y6M', 'PT5M', 'P-1D'])('%j is no period', (period) => {
    expect(() => periodWords(period, 'ro')).toThrow(RangeError)
  })

  test('every purpose, period, recipient and cookie of the machine half is published', () => {
    const tables = policyTables(policy, 'ro')
    expect(tables.purposes).toHaveLength(Object.keys(policy.purposes).length)
    expect(tables.retention).toHaveLength(Object.keys(policy.retention).length)
    expect(tables.recipients).toHaveLength(Object.keys(policy.recipients).length)
    expect(tables.transfers.map((row) => row[1])).toContain('România')
    expect(tables.cookies.map((row) => row[0])).toEqual(Object.keys(policy.cookies))
    expect(tables.purposes[0]?.[2]).toBe('executarea contractului, art. 6 alin. (1) lit. (b) RGPD')
  })
})
