import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inLocale } from './locale.server.ts'
import { sayIssue } from './say-issue.ts'

const schema = z.object({
  name: z.string().min(1).max(3),
  email: z.email(),
  age: z.number().int().min(13),
  kind: z.enum(['a', 'b']),
  note: z.string().min(5),
})

function said(locale: 'ro' | 'en', input: unknown, by: z.ZodObject = schema): Record<string, string> {
  return inLocale(locale, () => {
    const { error } = by.safeParse(input, { error: (issue) => sayIssue(issue) })
    return Object.fromEntries((error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]))
  })
}

describe('what is expected of an input', () => {
  it('is said in the language of the request', () => {
    const input = { name: '', email: 'x', age: 3, kind: 'c', note: 'abc' }
    expect(said('ro', input)).toEqual({
      name: 'Completați acest câmp.',
      email: 'Scrieți o adresă de e-mail, de exemplu ioana@exemplu.ro.',
      age: 'Cel puțin 13.',
      kind: 'Alegeți una dintre variante.',
      note: 'Cel puțin 5 caractere.',
    })
    expect(said('en', { ...input, name: 'long name' }).name).toBe('At most 3 characters.')
  })
  it('says of what is missing that it is wanted', () => {
    expect(said('en', {}).email).toBe('Fill in this field.')
    expect(said('en', { email: '' }).email).toBe('Fill in this field.')
  })
  it('writes a large number as the language does, and says "negative" of what is below zero', () => {
    const large = z.object({ text: z.string().max(20_000), sum: z.number().max(1_000_000), count: z.int().min(0) })
    const faulty = { text: 'x'.repeat(20_001), sum: 2_000_000, count: -3 }
    const inLanguage = (locale: 'ro' | 'en', input: object) => said(locale, input, large)
    expect(inLanguage('ro', faulty)).toEqual({
      text: 'Cel mult 20.000 de caractere.',
      sum: 'Cel mult 1.000.000.',
      count: 'Scrieți 0 sau un număr mai mare: nu poate fi negativ.',
    })
    expect(inLanguage('en', faulty)).toMatchObject({ text: 'At most 20,000 characters.', sum: 'At most 1,000,000.' })
    expect(inLanguage('en', { ...faulty, count: 1.5 }).count).toBe('Write a whole number.')
    expect(inLanguage('en', { ...faulty, sum: 'many' }).sum).toBe('Write a number.')
  })
  it('never repeats the value', () => {
    const secret = 'correct horse battery'
    expect(
      JSON.stringify(said('en', { name: secret, email: secret, age: secret, kind: secret, note: 1 })),
    ).not.toContain('horse')
  })
})
