import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { listCaseStudies } from '../show-studies.ts'
import type { Route } from './+types/studies.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  return { origin, ...(await call<typeof listCaseStudies>('case_study.list', {})) }
}

export default function CaseStudies({ loaderData: { studies, origin } }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <Page>
      <PublicHead
        title={m.case_study_title()}
        description={m.case_study_description()}
        origin={origin}
        path="/case-studies"
      />
      <PageHeader title={m.case_study_title()} windowTitle="" />
      <p className="mb-8 max-w-prose text-quiet">{m.case_study_lead()}</p>
      {studies.length === 0 && <EmptyState>{m.case_study_none()}</EmptyState>}
      <ul className="grid gap-6">
        {studies.map((one) => (
          <li key={one.id} className="max-w-prose">
            <h2 className="text-lead">
              <a className="link" href={`/${locale}/case-studies/${one.id}`}>
                {one.title[locale]}
              </a>
            </h2>
            <p className="mt-1">{one.lead[locale]}</p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
