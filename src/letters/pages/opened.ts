import { visit } from '../../platform/http/visit.ts'
import type { noteOpening } from '../opening/note-opening.ts'
import type { Route } from './+types/opened.ts'

/** One transparent point. */
const image = Uint8Array.from(atob('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'), (letter) =>
  letter.charCodeAt(0),
)

/** The image of a letter: the same for every address, whether or not anything is noted by it. */
export async function loader({ context, params }: Route.LoaderArgs) {
  await visit(context)
    .call<typeof noteOpening>('letter.opened', { token: params.token })
    .catch(() => undefined)
  return new Response(image, {
    headers: { 'content-type': 'image/gif', 'cache-control': 'no-store', 'content-length': String(image.length) },
  })
}
