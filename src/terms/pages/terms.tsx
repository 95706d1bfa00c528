import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { exactTime } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { showTerms } from '../show-terms.ts'
import type { Route } from './+types/terms.ts'
import { TermsText } from './terms-text.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  const number = 'number' in params && params.number !== undefined ? Number(params.number) : undefined
  if (number !== undefined && !(Number.isInteger(number) && number > 0 && number <= 100_000)) throw nothingHere()
  const input = { language: locale, ...(number === undefined ? {} : { number }) }
  return {
    origin,
    path: number === undefined ? '/terms' : `/terms/${number}`,
    ...(await call<typeof showTerms>('terms.show', input)),
  }
}

/** The terms that are accepted with an account: the version in force, or one that was. */
export default function Terms({ loaderData }: Route.ComponentProps) {
  const { text, shown, isCurrent, versions, origin, path } = loaderData
  const locale = getLocale()
  return (
    <Page>
      <PublicHead
        title={m.identity_terms_title()}
        description={m.identity_terms_description()}
        origin={origin}
        path={path}
      />
      <PageHeader
        title={m.identity_terms_title()}
        windowTitle=""
        state={shown && m.terms_version_of({ version: shown.version, at: exactTime(shown.publishedAt) })}
      />
      {!isCurrent && (
        <div className="mb-6">
          <Notice tone="wait" title={m.terms_older()}>
            <a className="link" href={`/${locale}/terms`}>
              {m.terms_current_link()}
            </a>
          </Notice>
        </div>
      )}
      <TermsText text={text} />
      <p className="mt-6 max-w-prose">
        <a className="link" href={`/${locale}/policy`}>
          {m.identity_policy_link()}
        </a>
      </p>
      {versions.length > 0 && (
        <Section title={m.terms_versions_title()}>
          <ul className="border-t border-line">
            {versions.map((one) => (
              <li key={one.number} className="border-b border-line py-2">
                <a className="link" href={`/${locale}/terms/${one.number}`}>
                  {m.terms_version_of({ version: one.version, at: exactTime(one.publishedAt) })}
                </a>
                <span className="block text-small text-quiet">
                  SHA-256 <Exact>{one.hash}</Exact>
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </Page>
  )
}
