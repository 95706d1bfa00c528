import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { visitKey } from '../../platform/http/visit.ts'
import { action } from './public-ask.tsx'

/** What the page answers to a request with these fields. It never comes to the operation. */
async function faultsOf(fields: Record<string, string>) {
  const context = new RouterContextProvider()
  const call = () => Promise.reject(new Error('asked'))
  context.set(visitKey, { call, locale: 'en' } as never)
  const body = new URLSearchParams({ kind: 'rectification', ...fields })
  const request = new Request('http://desk.test/en/request', { method: 'POST', body })
  const answer = await action({ context, request } as never)
  return Object.keys((answer as { data: { errors: object } }).data.errors).sort()
}

it('says of a request all that it lacks at once', async () => {
  expect(await faultsOf({ words: '', email: '' })).toEqual(['email', 'words'])
  expect(await faultsOf({ words: ' ', email: ' ana@visitor.test ' })).toEqual(['words'])
  expect(await faultsOf({ kind: 'objection', email: '' })).toEqual(['email', 'purpose'])
  expect(await faultsOf({ kind: 'withdrawal', email: 'ana@visitor.test' })).toEqual(['purpose'])
  await expect(faultsOf({ kind: 'objection', purpose: 'security', email: '' })).rejects.toThrow('asked')
  await expect(faultsOf({ words: 'My name is Ana.', email: '' })).rejects.toThrow('asked')
})
