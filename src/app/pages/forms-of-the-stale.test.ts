/** Whoever has not just shown who they are is led to do so before typing; what was typed meanwhile is not lost. */
import { createElement, type ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { ApiKeys } from '../../identity/pages/security-keys.tsx'
import Correct from '../../rights/pages/correct.tsx'

const refused = { errors: {}, values: { formId: 'person', name: 'Ana Pop' } }

function written(element: ReactElement): string {
  const router = createMemoryRouter([{ path: '*', element }])
  return renderToStaticMarkup(createElement(RouterProvider, { router }))
}

const correct = (fresh: boolean, actionData?: typeof refused) => {
  const person = { name: 'Ana', phone: null, jobTitle: null }
  const loaderData = { person, company: null, notices: { person: undefined, company: undefined }, fresh }
  return written(createElement(Correct, { loaderData, actionData } as never))
}
const keys = (proveAt: string | null, answer?: typeof refused) =>
  written(createElement(ApiKeys, { keys: [], answer, proveAt }))

it('opens the form of a correction to who just proved it, and keeps it open with what was typed', () => {
  expect(correct(true)).toContain('value="Ana"')
  expect(correct(false)).not.toContain('<form')
  expect(correct(false)).toContain('/sign-in/again?to=%2Fdesk%2Fprivacy%2Fcorrect')
  expect(correct(false, refused)).toContain('value="Ana Pop"')
})

it('opens the form of a new key to who just proved it, and keeps it open with what was typed', () => {
  expect(keys(null)).toContain('<form')
  expect(keys('/desk/account/security')).not.toContain('<form')
  expect(keys('/desk/account/security')).toContain('/sign-in/again?to=%2Fdesk%2Faccount%2Fsecurity')
  expect(keys('/desk/account/security', refused)).toContain('value="Ana Pop"')
})
