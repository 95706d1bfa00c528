import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import type { fetchProcessing } from '../processing/fetch-register.ts'
import type { Route } from './+types/processing-file.ts'

/** The register of processing as a file. */
export async function loader({ context, params: { language, format } }: Route.LoaderArgs) {
  if (!(language === 'ro' || language === 'en')) throw nothingHere()
  if (!(format === 'json' || format === 'csv' || format === 'pdf' || format === 'inventory')) throw nothingHere()
  const file = await visit(context).call<typeof fetchProcessing>('processing.fetch', { language, format })
  return new Response(file.content, {
    headers: {
      'content-type': file.contentType,
      'content-disposition': `attachment; filename="${file.filename}"`,
      'cache-control': 'private, no-store',
    },
  })
}
