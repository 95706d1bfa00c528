import { expect, it } from 'vitest'
import { m } from './words.ts'

it('writes what a text counts as its language does, and nothing else', () => {
  expect(m.ui_expect_max_characters({ count: 20_000 }, { locale: 'ro' })).toBe('Cel mult 20.000 de caractere.')
  expect(m.ui_expect_max_characters({ count: 20_000 }, { locale: 'en' })).toBe('At most 20,000 characters.')
  expect(m.ui_expect_max_characters({ count: 1 }, { locale: 'ro' })).toBe('Cel mult 1 caracter.')
  expect(m.rights_case_title({ number: 1004, what: 'x' }, { locale: 'en' })).toBe('Request no. 1004: x')
})
