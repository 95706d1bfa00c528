import { isRouteErrorResponse } from 'react-router'
import { describe, expect, it } from 'vitest'
import { problemOf } from '../platform/http/problem.ts'
import { inLocale } from '../platform/language/locale.server.ts'
import { Conflict, Invalid, NotFound, Refused, TooMany, Unauthenticated } from '../privacy/operation/errors.ts'
import { pageThrowable } from './page-problem.ts'

const path = '/desk/tickets?before=7'
const problem = (error: unknown, reading = true) => problemOf(pageThrowable(error, path, reading))

describe('what a page is given when an operation throws', () => {
  it('leads a reader to sign in and back', () => {
    const answer = pageThrowable(new Unauthenticated(), path, true) as Response
    expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(path)}`)
    const again = pageThrowable(new Refused('fresh_sign_in'), path, true) as Response
    expect(again.headers.get('location')).toContain('/sign-in/again')
  })
  it('leaves a writer on the form, with the way to sign in', () => {
    expect(problem(new Unauthenticated(), false)).toMatchObject({
      status: 401,
      link: { to: expect.stringContaining('/sign-in?to=') },
    })
  })
  it('says faults in the language of the request, and an operation’s own words as they are', () => {
    expect(inLocale('ro', () => problem(new NotFound('ticket')))?.words).toMatch(/^La această adresă/)
    expect(problem(new Refused('role'))?.words).toMatch(/^Your role/)
    expect(problem(new Conflict('closed', 'The ticket is closed. Reopen it first.'))?.words).toBe(
      'The ticket is closed. Reopen it first.',
    )
    expect(problem(new TooMany(61))?.words).toContain('2 minutes')
    expect(problem(new Conflict('stale', 'Read it anew.', { slug: 'another' }))).toMatchObject({
      status: 409,
      words: 'Read it anew.',
      fields: { slug: 'another' },
    })
    expect(problem(new Invalid({ email: 'an address' }), false)?.fields).toEqual({ email: 'an address' })
  })
  it('says of an address that asks for what cannot be that nothing is there: nobody typed anything', () => {
    const said = inLocale('ro', () => problem(new Invalid({ accountId: 'an id' })))
    expect(said).toMatchObject({ status: 404, words: expect.stringMatching(/^La această adresă/) })
    expect(said?.fields).toBeUndefined()
  })
  it('leaves the unforeseen as it is', () => {
    const error = new TypeError('x')
    expect(pageThrowable(error, path, true)).toBe(error)
    expect(isRouteErrorResponse(error)).toBe(false)
  })
})
