import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { makeCallers } from '../../identity/caller.ts'
import { openPool } from '../../platform/database/pool.ts'
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { mayEver } from '../../privacy/operation/permission.ts'
import { recordVisits } from '../../site/visits/record-visits.ts'
import { seenPage } from '../../site/visits/seen-page.ts'
import { makeVisitCounter } from '../../site/visits/visit-counter.ts'
import { knownProvider } from '../known-provider.ts'
import { builtPages, devPages, type PagesHost } from '../pages-handler.ts'
import { currentAddress, proxiesOf, withAddress } from '../web/address.ts'
import { readiness } from '../web/readiness.ts'
import { webRoutes } from '../web/routes.ts'
import { type BootPacket, databaseUrl } from './boot-packet.ts'
import type { Running, Supervisor } from './child.ts'
import { deskOfPacket } from './desk-of-packet.ts'
import { closeServer, listen } from './http-server.ts'
import { startNews } from './news.ts'

/** The web process: pages, API and files. It holds no secret of the broker. */
export async function startWeb(packet: BootPacket, supervisor: Supervisor): Promise<Running> {
  const { origin, host, port, callsPerMinute } = packet.settings
  const desk = await deskOfPacket(packet, 8)
  const looking = openPool(databaseUrl(packet, roleOf('security')), { max: 1 })
  const callers = makeCallers(desk.handles, desk.tools.signIn)
  const news = startNews(databaseUrl(packet, roleOf('security')), looking, complain)
  const isProxy = proxiesOf(packet.settings.proxies)
  const visits = makeVisitCounter({
    write: (counted) =>
      desk.call({ actor: { kind: 'system', job: 'visits.record' }, via: 'job' }, recordVisits, counted),
  })
  const pagesHost: PagesHost = {
    origin,
    arrive: (request) => callers.ofPage(request, currentAddress()),
    call: desk.callByName,
    can: (caller, name) => mayEver(desk.registry.named(name).who, caller.actor),
    seen(request, response, { actor }) {
      const page = seenPage({ request, response, actor, address: currentAddress(), origin })
      if (page) visits.saw(page)
    },
    provider: knownProvider(desk.callByName),
  }
  const pages = packet.mode === 'dev' ? await devPages(pagesHost, port + 1) : await builtPages(pagesHost)
  const app = webRoutes({
    desk,
    origin,
    callsPerMinute,
    pages,
    news: news.streams,
    canRead: () =>
      looking.query('select 1').then(
        () => true,
        () => false,
      ),
    pageCaller: async (request) => (await callers.ofPage(request, currentAddress())).caller,
    callerOf: async (request) => (await callers.ofApi(request, currentAddress())).caller,
    currentAddress,
    readiness: () => readiness(looking, supervisor),
    onFault: (error, where) => complain(`${where}: ${(error as Error).stack}`),
  })
  const answer = getRequestListener(app.fetch)
  const server = createServer((incoming: IncomingMessage, outgoing: ServerResponse) => {
    const go = () => withAddress(incoming, isProxy, () => void answer(incoming, outgoing))
    if (pages.assets) pages.assets(incoming, outgoing, go)
    else go()
  })
  server.requestTimeout = 120_000
  await listen(server, { host, port })
  return {
    async stop() {
      news.streams.stop()
      await closeServer(server, 2000)
      await pages.stop()
      await visits.stop()
      await desk.close()
      await news.stop()
      await looking.end()
    },
  }
}

function complain(words: string): void {
  process.stderr.write(`${words}\n`)
}
