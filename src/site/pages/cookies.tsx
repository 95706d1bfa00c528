import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import type { showLists } from '../policy/show-lists.ts'
import type { Route } from './+types/cookies.ts'
import { PolicyTable } from './policy-table.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  return { origin, ...(await call<typeof showLists>('policy.lists', { language: locale })) }
}

export default function CookiesPage({ loaderData: { origin, cookies } }: Route.ComponentProps) {
  return (
    <Page>
      <PublicHead
        title={m.site_cookies_title()}
        description={m.site_cookies_description()}
        origin={origin}
        path="/cookies"
      />
      <PageHeader title={m.site_cookies_title()} windowTitle="" />
      <p className="mb-6 max-w-prose">{m.site_cookies_lead()}</p>
      <PolicyTable name="cookies" rows={cookies} />
      <Section title={m.site_cookies_refuse()}>
        <p className="max-w-prose">{m.site_cookies_refuse_text()}</p>
      </Section>
    </Page>
  )
}
