import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { visitKey } from '../../platform/http/visit.ts'
import { action } from './signals.tsx'

it.each(['/staff/fraud', '/staff/fraud.data'])(
  'a decision sent to %s leads back to the page of the signs',
  async (path) => {
    const context = new RouterContextProvider()
    context.set(visitKey, { call: async () => ({}) } as never)
    const body = new URLSearchParams({ formId: 'one', decision: 'cleared', reason: 'Known shops.' })
    const request = new Request(`http://desk.test${path}?account=two`, { method: 'POST', body })
    const thrown: Response = await action({ context, request } as never).then(
      () => expect.fail('nothing was thrown'),
      (redirect: Response) => redirect,
    )
    expect(thrown.headers.get('location')).toBe('/staff/fraud?account=two&done=')
  },
)
