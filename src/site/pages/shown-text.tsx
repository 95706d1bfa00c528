import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { showNoticeText } from '../../privacy/notice/show-notice-text.ts'
import { languageNames } from '../../ui/shell/language-names.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import type { Route } from './+types/shown-text.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  const hash = /^[0-9a-f]{64}$/.test(params.hash) ? params.hash : '0'.repeat(64)
  return { origin, hash, ...(await call<typeof showNoticeText>('notice.text', { hash })) }
}

/** The exact words under a consent or a notice, by the fingerprint that stands in its record. */
export default function ShownText({ loaderData }: Route.ComponentProps) {
  const { origin, hash, words, version, language, firstShownAt } = loaderData
  return (
    <Page>
      <PublicHead
        title={m.site_text_title()}
        description={m.site_text_lead()}
        origin={origin}
        path={`/texts/${hash}`}
        hidden
      />
      <PageHeader title={m.site_text_title()} windowTitle="" />
      <p className="mb-6 max-w-prose text-quiet">{m.site_text_lead()}</p>
      <blockquote lang={language} className="mb-8 max-w-prose border-l-2 border-line pl-4 whitespace-pre-line">
        {words}
      </blockquote>
      <Facts
        items={[
          { term: m.site_text_version(), value: version },
          { term: m.site_text_language(), value: languageNames[language] },
          { term: m.site_text_first(), value: <When at={firstShownAt} exact /> },
          { term: m.site_text_hash(), value: <Exact>{hash}</Exact> },
        ]}
      />
    </Page>
  )
}
