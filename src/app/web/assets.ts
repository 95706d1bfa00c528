import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import type { Hono } from 'hono'
import { PROGRAM_FOLDER } from '../settings.ts'

const BUILT = join(PROGRAM_FOLDER, 'build/client')

/** The built files of the pages. Those under /assets are named after their content and never change. */
export function mountAssets(app: Hono): void {
  const lasting = serveStatic({
    root: BUILT,
    precompressed: true,
    onFound: (_, context) => context.header('cache-control', 'public, max-age=31536000, immutable'),
  })
  const passing = serveStatic({
    root: BUILT,
    index: '',
    onFound: (_, context) => context.header('cache-control', 'public, max-age=3600'),
  })
  app.get('/assets/*', lasting, (context) => context.text('There is no such file.', 404))
  // A file beside /assets has an extension and no folder: robots.txt, favicon.svg.
  app.get('/:file{[a-z0-9_-]+\\.[a-z0-9]+}', passing)
}
