import { visit } from '../../platform/http/visit.ts'
import type { Route } from './+types/robots.ts'

/** The public pages may be found; conversations, the desk and the staff's rooms may not. */
export function loader({ context }: Route.LoaderArgs) {
  const lines = [
    'User-agent: *',
    'Disallow: /ro/conversation/',
    'Disallow: /en/conversation/',
    'Disallow: /ro/request/',
    'Disallow: /en/request/',
    'Disallow: /desk',
    'Disallow: /staff',
    'Disallow: /api',
    'Disallow: /news',
    `Sitemap: ${visit(context).origin}/sitemap.xml`,
  ]
  return new Response(`${lines.join('\n')}\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
}
