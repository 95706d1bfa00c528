import { expect, it } from 'vitest'
import { inLocale } from '../platform/language/locale.server.ts'
import { passwordField } from './fields.ts'

function said(password: unknown): string[] | undefined {
  return inLocale('ro', () => passwordField.safeParse(password).error?.issues.map(({ message }) => message))
}

it('a password that is missing is asked for, one that is too long is told how long it may be', () => {
  expect(said('')).toEqual([expect.stringMatching(/parola/i)])
  expect(said(undefined)).toEqual(said(''))
  expect(said('a'.repeat(1000))).toBeUndefined()
  expect(said('a'.repeat(1001))).toEqual([expect.stringContaining('1.000')])
})
