/** The addresses of all public pages, read off the routes: a page added tomorrow is among them tomorrow. */
import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/routes.ts'

/** What stands in an address that is not the same for everybody. A page that needs another one must be named here. */
const parts: Readonly<Record<string, string>> = {
  ':token': 'A'.repeat(64),
  ':number': '1',
  ':hash': 'a'.repeat(64),
  ':slug': 'nobody-wrote-this',
  ':studyId': '00000000-0000-7000-8000-000000000000',
}

function flatten(entries: readonly RouteConfigEntry[], above: string): string[] {
  return entries.flatMap(({ path = '', children, file }) => {
    // A module without a component answers a file or a form, and is no page.
    if (path === '*' || (!children?.length && file.endsWith('.ts'))) return []
    const here = [above, path].filter(Boolean).join('/')
    return children && children.length > 0 ? flatten(children, here) : [here]
  })
}

function address(pattern: string): string {
  const words = pattern.split('/').map((word) => {
    const known = word.startsWith(':') ? parts[word] : word
    if (known === undefined)
      throw new Error(`${pattern}: what stands for ${word}? Say it in test/support/public-pages.ts`)
    return known
  })
  return `/${words.join('/')}`
}

/** Under /ro and /en. */
export function publicPages(locale: 'ro' | 'en'): string[] {
  const area = routes.filter(({ path }) => path === ':locale')
  const framed = flatten(
    area.flatMap(({ children }) => children ?? []),
    locale,
  )
  const bare = flatten(
    routes.filter(({ path }) => path?.startsWith(':locale/')),
    '',
  ).map((path) => path.replace(':locale', locale))
  return [...framed, ...bare].map(address)
}

/** Without a language in their address and open to everybody: signing in and what belongs to it. */
export function signInPages(): string[] {
  return flatten(
    routes.filter(({ path }) => path?.startsWith('sign-in')),
    '',
  ).map(address)
}
