import { visit } from '../../platform/http/visit.ts'
import { locales } from '../../platform/language/words.ts'
import type { Route } from './+types/sitemap.ts'

const paths = [
  '',
  '/services',
  '/contact',
  '/chat',
  '/policy',
  '/policy/versions',
  '/cookies',
  '/recipients',
  '/request',
  '/register',
  '/terms',
  '/child',
  '/case-studies',
  '/articles',
]

/** Every public page in every language, each with its counterparts. */
export function loader({ context }: Route.LoaderArgs) {
  const { origin } = visit(context)
  const address = (locale: string, path: string) => `${origin}/${locale}${path}`
  const entries = paths.flatMap((path) =>
    locales.map((locale) => {
      const others = locales.map(
        (other) => `<xhtml:link rel="alternate" hreflang="${other}" href="${address(other, path)}"/>`,
      )
      return `<url><loc>${address(locale, path)}</loc>${others.join('')}</url>`
    }),
  )
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`
  return new Response(xml, {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
