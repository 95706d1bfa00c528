/** What the desk keeps of P4, P10 and P18. */
import { seenBySelf } from '../privacy/held/held-tables.ts'
import type { AnyColumn } from '../privacy/map/column.ts'
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { attachmentData } from './attachment/attachment.data.ts'
import { messageData } from './ticket/message.data.ts'
import { ticketData } from './ticket/ticket.data.ts'

const wordsOfConversations: readonly (readonly [AnyDataMap, string])[] = [
  [ticketData, 'subject'],
  [messageData, 'body'],
  [attachmentData, 'name'],
]

const inExport = promiseCheck({
  promise: 'P4',
  need: 'in_export',
  async run({ inspector }) {
    const told = wordsOfConversations.filter(([map, name]) => {
      const column = map.columns[name] as AnyColumn
      return seenBySelf(map, column) && column.options.export !== 'no'
    })
    const undeclared = wordsOfConversations.length - told.length
    // What the download reads is the views of the purpose self. A limited person's own words stay in their own sight.
    const { rows } = await inspector.query<{ all: number; shown: number }>(
      `select (select count(*) from base.ticket)::int + (select count(*) from base.message)::int as all,
         (select count(*) from self.ticket)::int + (select count(*) from self.message)::int as shown`,
    )
    const { all, shown } = rows[0] ?? { all: 0, shown: -1 }
    return {
      holds: undeclared === 0 && all === shown,
      figure: {
        ro: `tichete și mesaje: ${all}; de găsit în descărcare: ${undeclared === 0 ? shown : 0}`,
        en: `tickets and messages: ${all}; to be found in the download: ${undeclared === 0 ? shown : 0}`,
      },
    }
  },
})

const sheet = promiseCheck({
  promise: 'P10',
  need: 'sheet',
  async run({ operations, inspector }) {
    const ways = ['playbook.show', 'playbook.save']
    const open = ways.filter((way) => operations.some(({ name, who }) => name === way && who.member)).length
    const { rows } = await inspector.query<{ n: number }>(
      'select count(distinct account_id)::int as n from base.playbook',
    )
    return {
      holds: open === ways.length,
      figure: {
        ro: `căi ale clientului spre fișă: ${open}; fișe scrise: ${rows[0]?.n ?? 0}`,
        en: `the client’s ways to the sheet: ${open}; sheets written: ${rows[0]?.n ?? 0}`,
      },
    }
  },
})

const history = promiseCheck({
  promise: 'P10',
  need: 'history',
  async run({ inspector, operations }) {
    const shown = operations.some(({ name, who }) => name === 'playbook.changes' && who.member)
    const { rows } = await inspector.query<{ versions: number; gaps: number }>(
      `select coalesce(sum(n), 0)::int as versions, count(*) filter (where n <> newest)::int as gaps
       from (select count(*) as n, max(version) as newest from base.playbook group by account_id) s`,
    )
    const { versions, gaps } = rows[0] ?? { versions: 0, gaps: -1 }
    return {
      holds: shown && gaps === 0,
      figure: {
        ro: `versiuni păstrate: ${versions}; fișe cu versiuni lipsă: ${gaps}`,
        en: `versions kept: ${versions}; sheets with versions missing: ${gaps}`,
      },
    }
  },
})

/** The client's people read and write their own; in the download is all of it; what is public needs no account. */
const articles = promiseCheck({
  promise: 'P18',
  need: 'articles',
  async run({ inspector, operations }) {
    const ways = ['article.list', 'article.show', 'article.save']
    const own = ways.filter((way) => operations.some(({ name, who }) => name === way && who.member)).length
    const publicWays = ['public_article.list', 'public_article.show']
    const open = publicWays.filter((way) => operations.some(({ name, who }) => name === way && who.visitor)).length
    const { rows } = await inspector.query<{ all: number; shown: number; public: number }>(
      `select (select count(*)::int from base.article) as all, (select count(*)::int from self.article) as shown,
         (select count(*)::int from base.public_article where published_at is not null) as public`,
    )
    const { all, shown, public: published } = rows[0] ?? { all: 0, shown: -1, public: 0 }
    return {
      holds: own === ways.length && open === publicWays.length && all === shown,
      figure: {
        ro: `căi ale clientului spre articolele lui: ${own}; articole: ${all}, de găsit în descărcare: ${shown}; publice, fără cont: ${open === publicWays.length ? published : 0}`,
        en: `the client’s ways to its articles: ${own}; articles: ${all}, to be found in the download: ${shown}; public, without an account: ${open === publicWays.length ? published : 0}`,
      },
    }
  },
})

/** No article says what no save of it said, and the client reads them all, also in the download. */
const articleHistory = promiseCheck({
  promise: 'P18',
  need: 'article_history',
  async run({ inspector, operations }) {
    const ways = ['article.versions', 'article.version']
    const own = ways.filter((way) => operations.some(({ name, who }) => name === way && who.member)).length
    const { rows } = await inspector.query<{ versions: number; shown: number; unsaid: number }>(
      `select (select count(*)::int from base.article_version) as versions,
         (select count(*)::int from self.article_version) as shown,
         (select count(*)::int from base.article a where not exists (
           select from base.article_version v
           where v.account_id = a.account_id and v.article_id = a.id and v.title = a.title and v.body = a.body)) as unsaid`,
    )
    const { versions, shown, unsaid } = rows[0] ?? { versions: 0, shown: -1, unsaid: 0 }
    return {
      holds: own === ways.length && versions === shown && unsaid === 0,
      figure: {
        ro: `versiuni păstrate: ${versions}, de găsit în descărcare: ${shown}; articole fără versiunea de acum: ${unsaid}`,
        en: `versions kept: ${versions}, to be found in the download: ${shown}; articles without their present version: ${unsaid}`,
      },
    }
  },
})

/** The list in both languages, and one article that is published, as anybody gets them. */
const articlesOpen = promiseCheck({
  promise: 'P39',
  need: 'articles',
  async run({ inspector, page }) {
    const { rows } = await inspector.query<{ slug: string | null; published: number }>(
      `select (select slug from base.public_article where published_at is not null order by updated_at desc, id desc limit 1),
         (select count(*)::int from base.public_article where published_at is not null) as published`,
    )
    const { slug, published } = rows[0] ?? { slug: null, published: -1 }
    const paths = ['ro', 'en'].flatMap((language) => [
      `/${language}/articles`,
      ...(slug === null ? [] : [`/${language}/articles/${slug}`]),
    ])
    const pages = await Promise.all(paths.map((path) => page(path)))
    const open = pages.filter(({ status, cookies }) => status === 200 && cookies.length === 0).length
    return {
      holds: open === paths.length,
      figure: {
        ro: `articole publicate: ${published}; pagini deschise: ${open} din ${paths.length}`,
        en: `articles published: ${published}; pages open: ${open} of ${paths.length}`,
      },
    }
  },
})

export const deskPromises: readonly PromiseCheck[] = [inExport, sheet, history, articles, articleHistory, articlesOpen]
