import type { Pool } from 'pg'
import { makeNewsHub } from '../../platform/news/news-hub.ts'
import { NEWS_CHANNEL, openNewsLine } from '../../platform/news/news-line.ts'
import { makeAllowance } from '../api/allowance.ts'
import { currentAddress } from '../web/address.ts'
import { type NewsStreams, newsStreams } from '../web/news-streams.ts'

interface News {
  readonly streams: NewsStreams
  stop(): Promise<void>
}

/** Connections of one address a minute: a page asks once, and once more when it is looked at again. */
const CONNECTING = 600

/** What the database announces, and the pages that follow it. `url`, `pool`: of the same role; each may listen and announce. */
export function startNews(url: string, pool: Pool, complain: (words: string) => void): News {
  const hub = makeNewsHub()
  const line = openNewsLine({
    url,
    hub,
    announce: (words) => pool.query('select pg_notify($1, $2)', [NEWS_CHANNEL, words]),
    onChange: complain,
  })
  const streams = newsStreams({
    hub,
    isOpen: line.isOpen,
    currentAddress,
    connecting: makeAllowance(CONNECTING),
    onFault: (error, where) => complain(`${where}: ${(error as Error).stack}`),
  })
  return {
    streams,
    async stop() {
      streams.stop()
      await line.stop()
    },
  }
}
