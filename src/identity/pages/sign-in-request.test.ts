import { expect, it } from 'vitest'
import { stepAnswer } from './sign-in-request.ts'

it('opens what comes after signing in as a new document, as its language may be another', () => {
  const answer = { outcome: 'signed_in', home: '/desk', secondFactor: true, cookies: ['zavor_session=x'] } as const
  const thrown = (() => {
    try {
      return stepAnswer({ ...answer, cookies: [...answer.cookies] }, { to: '/desk/tickets', keep: false }, 'wrong')
    } catch (response) {
      return response as Response
    }
  })() as Response
  expect(thrown.headers.get('location')).toBe('/desk/tickets')
  expect(thrown.headers.get('x-remix-reload-document')).toBe('true')
  expect(thrown.headers.getSetCookie()).toEqual(['zavor_session=x'])
})
