import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { readCookie } from '../../platform/http/read-cookie.ts'
import type { CookieRule } from '../../privacy/policy/shape.ts'
import { endedCookies, languageCookies, onlyCookies, publishedCookies, signedValue } from './cookies.ts'

const secret = 'a secret of at least thirty-two characters'
const sign = (value: string, by = secret) =>
  encodeURIComponent(`${value}.${createHmac('sha256', by).update(value).digest('base64')}`)

describe('a signed cookie', () => {
  it('is read when we signed it, and by nobody else', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9_-]{1,40}$/), (value) => {
        expect(signedValue(`a=1; zavor_session=${sign(value)}; b=2`, 'zavor_session', ['a newer secret', secret])).toBe(
          value,
        )
        expect(signedValue(`zavor_session=${sign(value, 'another')}`, 'zavor_session', [secret])).toBeNull()
        expect(signedValue(`zavor_session=${value}`, 'zavor_session', [secret])).toBeNull()
      }),
    )
  })

  it('is never read out of garbage', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (header) => {
        expect(signedValue(`zavor_session=${header}`, 'zavor_session', [secret])).toBeNull()
      }),
    )
  })
})

describe('the cookies that the browser gets', () => {
  const lines = [
    'zavor_session=abc.def; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax',
    'better-auth.dont_remember=true.xyz; Path=/; HttpOnly; SameSite=Lax',
    'zavor_second_factor=; Max-Age=0; Path=/',
  ]

  it('are published ones only, and the session ends with the browser unless wished otherwise', () => {
    expect(publishedCookies(lines, { secure: true, keep: false })).toEqual([
      'zavor_session=abc.def; Path=/; HttpOnly; SameSite=Lax; Secure',
      'zavor_second_factor=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
    ])
    expect(publishedCookies(lines, { secure: false, keep: true })[0]).toBe(
      'zavor_session=abc.def; Path=/; HttpOnly; SameSite=Lax; Max-Age=604800',
    )
  })

  it('are none that the registry has set at another act; ending one is always allowed', () => {
    const undo = { ...policy.cookies }
    const registry = policy as { cookies: Readonly<Record<string, CookieRule>> }
    try {
      registry.cookies = {
        ...policy.cookies,
        zavor_session: { ...policy.cookies.zavor_session, setBy: 'choice' },
        zavor_second_factor: { ...policy.cookies.zavor_second_factor, setBy: 'choice' },
        zavor_language: { ...policy.cookies.zavor_language, setBy: 'sign-in' },
      }
      expect(publishedCookies(lines, { secure: true, keep: true })).toEqual([
        'zavor_second_factor=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0',
      ])
      expect(languageCookies('ro', true)).toEqual([])
    } finally {
      registry.cookies = undo
    }
    expect(languageCookies('ro', true)).toEqual(['zavor_language=ro; Path=/; HttpOnly; SameSite=Lax; Secure'])
  })

  it('all end together', () => {
    expect(endedCookies(false)).toHaveLength(3)
    for (const line of endedCookies(true)) expect(line).toMatch(/Secure; Max-Age=0$/)
  })
})

it('a step is given the cookies that it needs and no other', () => {
  expect(onlyCookies('zavor_session=1; zavor_second_factor=2; x=3', 'zavor_second_factor', 'none')).toBe(
    'zavor_second_factor=2',
  )
  expect(readCookie('x=1', 'y')).toBeNull()
})
