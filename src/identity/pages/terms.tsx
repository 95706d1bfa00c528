import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Prose } from '../../ui/text/prose.tsx'
import type { formNotices } from '../form-notices.ts'
import type { Route } from './+types/terms.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, provider, origin } = visit(context)
  const { terms } = await call<typeof formNotices>('identity.form_notices', { form: 'person' })
  return { version: terms, origin, locale, provider: provider?.name ?? 'Zavor' }
}

/** The terms that are accepted with an account: short, and each a sentence that the desk itself keeps. */
export default function Terms({ loaderData }: Route.ComponentProps) {
  const { version, origin, locale, provider } = loaderData
  return (
    <Page>
      <PublicHead
        title={m.identity_terms_title()}
        description={m.identity_terms_description()}
        origin={origin}
        path="/terms"
      />
      <PageHeader title={m.identity_terms_title()} windowTitle="" state={m.identity_terms_version({ version })} />
      <Prose>
        <p>{m.identity_terms_parties({ provider })}</p>
        <h2>{m.identity_terms_services_title()}</h2>
        <p>{m.identity_terms_services()}</p>
        <h2>{m.identity_terms_access_title()}</h2>
        <p>{m.identity_terms_access()}</p>
        <h2>{m.identity_terms_account_title()}</h2>
        <p>{m.identity_terms_account()}</p>
        <h2>{m.identity_terms_payment_title()}</h2>
        <p>{m.identity_terms_payment()}</p>
        <h2>{m.identity_terms_data_title()}</h2>
        <p>
          {m.identity_terms_data()} <a href={`/${locale}/policy`}>{m.identity_policy_link()}</a>
        </p>
        <h2>{m.identity_terms_end_title()}</h2>
        <p>{m.identity_terms_end()}</p>
        <h2>{m.identity_terms_law_title()}</h2>
        <p>{m.identity_terms_law()}</p>
      </Prose>
    </Page>
  )
}
