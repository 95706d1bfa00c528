import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { PolicyView } from '../policy/policy.view.ts'
import type { showPolicy } from '../policy/show-policy.ts'
import type { Route } from './+types/policy.ts'
import { anchorOf } from './anchor.ts'
import { KeptNeeds, KeptState, KeptWhen } from './kept.tsx'
import { PolicyBlocks } from './policy-blocks.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, origin } = visit(context)
  return { origin, policy: await policyOrNull(() => call<typeof showPolicy>('policy.show', { language: locale })) }
}

/** Before the provider has said who it is, there is no policy to read. */
export async function policyOrNull(read: () => Promise<PolicyView>): Promise<PolicyView | null> {
  try {
    return await read()
  } catch (thrown) {
    if (problemOf(thrown)?.code === 'not_set_up') return null
    throw thrown
  }
}

export default function PolicyPage({ loaderData: { origin, policy } }: Route.ComponentProps) {
  const title = policy?.title ?? m.app_nav_policy()
  return (
    <Page>
      <PublicHead
        title={policy ? `${title} · ${policy.provider.name}` : title}
        description={m.site_policy_description()}
        origin={origin}
        path="/policy"
      />
      <PageHeader title={title} windowTitle="" />
      {policy ? <PolicyBody policy={policy} /> : <EmptyState>{m.site_not_set_up()}</EmptyState>}
    </Page>
  )
}

function PolicyBody({ policy }: { policy: PolicyView }) {
  return (
    <>
      <div className="prose max-w-prose">
        <PolicyBlocks blocks={policy.intro} tables={policy.tables} />
        <PolicyOfficer provider={policy.provider} />
        <p>{m.site_policy_counts(countsOf(policy))}</p>
        <PolicyDates policy={policy} />
      </div>
      <nav aria-label={m.site_policy_contents()} className="mt-6 border-y border-line py-4">
        <ol className="flex flex-wrap gap-x-6 gap-y-1.5">
          {policy.sections.map((section) => (
            <li key={section.title}>
              <a className="link" href={`#${anchorOfSection(section)}`}>
                {section.title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      {policy.sections.map((section) => (
        <section key={section.title} id={anchorOfSection(section)} className="mt-12">
          <h2 className="text-title">{section.title}</h2>
          {section.clauses.map((clause) => (
            <PolicyClause key={clause.kept.promise} clause={clause} tables={policy.tables} />
          ))}
        </section>
      ))}
    </>
  )
}

/** Of the running system, not of the text: whoever is named may change between two texts. */
function PolicyOfficer({ provider: { officer, privacyEmail } }: { provider: PolicyView['provider'] }) {
  if (!officer) return <p>{m.site_policy_no_officer({ email: privacyEmail })}</p>
  return (
    <p>
      {m.site_policy_officer()} {officer.name && `${officer.name}, `}
      <a href={`mailto:${officer.email}`}>{officer.email}</a>
      {officer.phone && `, ${officer.phone}`}.
    </p>
  )
}

/** Since when this text holds, what comes next, and every text before it. */
function PolicyDates({ policy: { effectiveOn, coming } }: { policy: PolicyView }) {
  const all = `/${getLocale()}/policy/versions`
  return (
    <p>
      {effectiveOn && `${m.site_policy_since({ day: civilDay(effectiveOn) })} `}
      {coming && (
        <>
          <a href={`${all}/${coming.number}`}>
            {m.site_policy_coming({ version: coming.version, day: civilDay(coming.effectiveOn) })}
          </a>{' '}
        </>
      )}
      <a href={all}>{m.site_versions_title()}</a>
    </p>
  )
}

type Clause = PolicyView['sections'][number]['clauses'][number]

/** The words, and beside them how they are kept; on a phone below. */
function PolicyClause({ clause, tables }: { clause: Clause; tables: PolicyView['tables'] }) {
  const { kept } = clause
  const anchor = anchorOf(kept.promise)
  return (
    <article
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="mt-8 grid gap-x-10 gap-y-3 border-t [h2+&]:mt-4 border-line pt-5 target:border-accent lg:grid-cols-[minmax(0,68ch)_minmax(15rem,1fr)]"
    >
      <div className="min-w-0">
        <h3 id={`${anchor}-title`} className="text-lead">
          {clause.title}{' '}
          <a href={`#${anchor}`} className="ml-1 text-small font-normal text-quiet no-underline hover:underline">
            {kept.promise}
          </a>
        </h3>
        <div className="prose mt-2">
          <PolicyBlocks blocks={clause.blocks} tables={tables} />
        </div>
      </div>
      <aside aria-label={`${m.site_policy_how()}: ${kept.promise}`} className="text-small lg:pt-1">
        <p className="text-quiet">{m.site_policy_how()}</p>
        <p className="mt-0.5">
          <KeptState view={kept} />
          <span className="text-quiet">
            {' '}
            · <KeptWhen at={kept.checkedAt} />
          </span>
        </p>
        <div className="mt-2">
          <KeptNeeds view={kept} />
        </div>
      </aside>
    </article>
  )
}

function anchorOfSection({ clauses }: PolicyView['sections'][number]): string {
  return `from-${anchorOf(clauses[0]?.kept.promise ?? '')}`
}

function countsOf(policy: PolicyView) {
  const states = policy.sections.flatMap((section) => section.clauses.map(({ kept }) => kept.state))
  const count = (state: string) => states.filter((one) => one === state).length
  return { kept: count('kept'), partly: count('partly'), notYet: count('not_yet') }
}
