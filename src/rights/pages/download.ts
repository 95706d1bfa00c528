import { visit } from '../../platform/http/visit.ts'
import type { downloadHeld } from '../held/download.ts'
import type { Route } from './+types/download.ts'

/** The ZIP of everything held, as it is made. */
export async function loader({ context }: Route.LoaderArgs) {
  const { filename, content } = await visit(context).call<typeof downloadHeld>('held.download', {})
  return new Response(content, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'private, no-store',
    },
  })
}
