import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { builtPages, devPages, type PagesHost } from '../../src/app/pages-handler.ts'

/** The pages alone on a loopback port, without database: `host` says who comes and answers operations by name. */
export async function servePages(
  host: Partial<PagesHost>,
  options: { port?: number; hotPort?: number; folder?: string } = {},
) {
  const whole: PagesHost = {
    origin: 'http://127.0.0.1',
    arrive: async () => ({ caller: { actor: { kind: 'visitor' }, via: 'page' } }),
    call: async (_caller, name) => {
      throw new Error(`no answer prepared for ${name}`)
    },
    can: () => true,
    provider: async () => undefined,
    ...host,
  }
  const pages = options.hotPort ? await devPages(whole, options.hotPort) : await builtPages(whole, options.folder)
  const app = new Hono()
  app.use('/assets/*', serveStatic({ root: `./${options.folder ?? 'build'}/client` }))
  app.all('*', (context) => pages.answer(context.req.raw))
  const listener = getRequestListener(app.fetch)
  const server = createServer((incoming, outgoing) => {
    if (pages.assets) pages.assets(incoming, outgoing, () => listener(incoming, outgoing))
    else listener(incoming, outgoing)
  })
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    origin: `http://127.0.0.1:${port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
      await pages.stop()
    },
  }
}
