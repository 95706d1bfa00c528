import { type ComponentType, createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createMemoryRouter, Link, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { PlaceLink } from './place-link.tsx'

function attributes(Kind: ComponentType<{ to: string; className?: string }>, to: string): string[] {
  const element = createElement(Kind, { to, className: 'link' })
  const router = createMemoryRouter([{ path: '*', element }], { initialEntries: ['/staff/inbox/open?after=1'] })
  const [, inside = ''] = /<a (.*)><\/a>/.exec(renderToStaticMarkup(createElement(RouterProvider, { router }))) ?? []
  return inside.match(/[a-z-]+="[^"]*"/g)?.sort() ?? []
}

it.each([
  '/staff/inbox/open/0192?q=mașină%20&after=12.a',
  '/desk',
  '/desk?a=1#m-2',
  '/staff#here',
  '?after=2',
  '.',
  '#m-1',
])('what the server writes for %s is what the script then finds', (to) => {
  const written = attributes(PlaceLink, to)
  expect(written).toContain('class="link"')
  expect(written).toEqual(attributes(Link, to))
})

it('leaves the app by an ordinary link', () => {
  expect(attributes(PlaceLink, '/ro/policy#p4')).toEqual(['class="link"', 'href="/ro/policy#p4"'])
  expect(attributes(PlaceLink, 'mailto:a@b.test')).toEqual(['class="link"', 'href="mailto:a@b.test"'])
})
