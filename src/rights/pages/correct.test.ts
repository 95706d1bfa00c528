import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { ownFields } from '../../platform/http/kept-place.ts'
import { visitKey } from '../../platform/http/visit.ts'
import { action } from './correct.tsx'

it('corrects by what was written alone: what every form adds by itself is no particular', async () => {
  const called: unknown[] = []
  const context = new RouterContextProvider()
  context.set(visitKey, { call: async (name: string, given: unknown) => called.push([name, given]) } as never)
  const own = Object.fromEntries([...ownFields].map((name) => [name, 'x']))
  const body = new URLSearchParams({ ...own, formId: 'person', name: 'Ana', phone: '' })
  const request = new Request('http://desk.test/desk/privacy/correct', { method: 'POST', body })
  await action({ context, request } as never).catch(() => {})
  expect(called).toEqual([['particulars.correct', { name: 'Ana', phone: '' }]])
})
