import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { endAccount } from '../ending/end-account.ts'
import type { accountEndPlan } from '../ending/end-plan.ts'
import type { Route } from './+types/end.ts'
import { EndForm, EndSays } from './end-form.tsx'
import { Outcome } from './outcome.tsx'
import { PublicWorks } from './public-works.tsx'
import { WillBeTold } from './will-be-told.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  return { plan: await call<typeof accountEndPlan>('account.end_plan', {}), fresh: isFresh(actor) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const understood = String(form.get('understood') ?? '') as 'yes'
    const { receiptToken } = await call<typeof endAccount>('account.end', { understood })
    throw redirect(`/${locale}/receipt/${receiptToken}?done=ended`)
  })
}

export default function End({ loaderData: { plan, fresh }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.rights_end_account_title()}
        trail={[{ to: '/desk/privacy', words: m.rights_title() }]}
        state={m.rights_plan_state({ people: plan.people })}
      />
      <EndSays plan={plan}>{m.rights_end_account_says()}</EndSays>
      <Outcome erased={plan.erased} kept={plan.kept} secrets={plan.secrets} done={false} />
      <WillBeTold told={plan.told} />
      <PublicWorks works={plan.public} />
      <EndForm to="/desk/privacy/end" fresh={fresh} answer={actionData} button={m.rights_end_account_button()} />
    </Page>
  )
}
