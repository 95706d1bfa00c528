import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import type { showCaseStudy } from '../show-studies.ts'
import type { Route } from './+types/study.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  const study = await call<typeof showCaseStudy>('case_study.show', { studyId: params.studyId })
  return { origin, study, path: `/case-studies/${params.studyId}` }
}

/** It may be withdrawn at any moment: nobody keeps a copy that outlives that. */
export function headers() {
  return { 'cache-control': 'no-store' }
}

export default function CaseStudy({ loaderData: { study, origin, path } }: Route.ComponentProps) {
  const locale = getLocale()
  const title = study.title[locale]
  return (
    <Page>
      <PublicHead title={title} description={m.case_study_description()} origin={origin} path={path} />
      <PageHeader
        title={title}
        windowTitle=""
        trail={[{ to: `/${locale}/case-studies`, words: m.case_study_title() }]}
        state={m.case_study_approved_note()}
      />
      <div className="max-w-prose whitespace-pre-line break-words">{study.body[locale]}</div>
    </Page>
  )
}
