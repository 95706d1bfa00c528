import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showPolicyVersion, VersionView } from '../policy/show-version.ts'
import type { Route } from './+types/version.ts'
import { PolicyBlocks } from './policy-blocks.tsx'
import { VersionChanges } from './version-changes.tsx'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  // What is no number is no version: the same answer as for one that was never published.
  const number = /^\d{1,5}$/.test(params.number) ? Math.max(1, Number(params.number)) : 100_000
  return { origin, version: await call<typeof showPolicyVersion>('policy.version', { number, language: locale }) }
}

export default function VersionPage({ loaderData: { origin, version } }: Route.ComponentProps) {
  const locale = getLocale()
  const title = m.site_version_title({ version: version.version })
  return (
    <Page>
      <PublicHead
        title={title}
        description={m.site_versions_description()}
        origin={origin}
        path={`/policy/versions/${version.number}`}
      />
      <PageHeader
        title={title}
        windowTitle=""
        trail={[
          { to: `/${locale}/policy`, words: m.app_nav_policy() },
          { to: `/${locale}/policy/versions`, words: m.site_versions_title() },
        ]}
        state={m.site_version_from({ day: civilDay(version.effectiveOn) })}
      />
      <p className="max-w-prose text-quiet">
        {m.site_version_published()} <When at={version.publishedAt} exact />. {m.site_version_hash()}{' '}
        <Exact>{version.hash}</Exact>
      </p>
      <Section title={m.site_version_changes()}>
        {version.weight === 'first' ? (
          <p className="text-quiet">{m.site_versions_first()}</p>
        ) : (
          <VersionChanges changes={version.changes} />
        )}
      </Section>
      <Section title={m.site_version_text()}>
        <VersionText version={version} />
      </Section>
    </Page>
  )
}

/** The words as they were, without the proof of today beside them. */
function VersionText({ version }: { version: VersionView }) {
  return (
    <div className="prose max-w-prose">
      <PolicyBlocks blocks={version.intro} tables={version.tables} />
      {version.sections.map((section) => (
        <section key={section.title}>
          <h3 className="mt-8 text-lead">{section.title}</h3>
          {section.clauses.map((clause) => (
            <article key={clause.promise} className="prose mt-5">
              <h4 className="font-semibold">
                {clause.title} <span className="text-small font-normal text-quiet">{clause.promise}</span>
              </h4>
              <PolicyBlocks blocks={clause.blocks} tables={version.tables} />
            </article>
          ))}
        </section>
      ))}
    </div>
  )
}
