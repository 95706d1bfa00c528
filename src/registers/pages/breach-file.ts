import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { fetchBreach } from '../breaches/fetch-breach.ts'
import type { Route } from './+types/breach-file.ts'

/** The authority's form, filled in, as a file. */
export async function loader({ context, params: { breachId, language, format } }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(breachId)) throw nothingHere()
  if (!(language === 'ro' || language === 'en') || !(format === 'html' || format === 'pdf')) throw nothingHere()
  const file = await visit(context).call<typeof fetchBreach>('breach.fetch', { breachId, language, format })
  return new Response(file.content, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.filename}"`,
      'cache-control': 'private, no-store',
    },
  })
}
