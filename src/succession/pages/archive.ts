import { visit } from '../../platform/http/visit.ts'
import type { downloadSuccession } from '../hand-over.ts'
import type { Route } from './+types/archive.ts'

/** The archive for the successor, as it is made. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const input = { campaignId: params.campaignId }
  const { filename, content } = await visit(context).call<typeof downloadSuccession>('succession.download', input)
  return new Response(content, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="${filename}"`,
      'cache-control': 'private, no-store',
    },
  })
}
