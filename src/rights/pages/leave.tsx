import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { endPerson } from '../ending/end-person.ts'
import type { personEndPlan } from '../ending/end-plan.ts'
import type { Route } from './+types/leave.ts'
import { EndForm, EndSays } from './end-form.tsx'
import { Outcome } from './outcome.tsx'
import { PublicWorks } from './public-works.tsx'
import { WillBeTold } from './will-be-told.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, actor } = visit(context)
  return { plan: await call<typeof personEndPlan>('person.end_plan', {}), fresh: isFresh(actor) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const understood = String(form.get('understood') ?? '') as 'yes'
    const { receiptToken } = await call<typeof endPerson>('person.end', { understood })
    throw redirect(`/${locale}/receipt/${receiptToken}?done=ended`)
  })
}

export default function Leave({ loaderData: { plan, fresh }, actionData }: Route.ComponentProps) {
  const end = <LinkButton to="/desk/privacy/end">{m.rights_end_account_see()}</LinkButton>
  return (
    <Page>
      <PageHeader title={m.rights_leave_title()} trail={[{ to: '/desk/privacy', words: m.rights_title() }]} />
      {plan.lastOwner ? (
        <Notice tone="wait" title={m.rights_last_owner_title()} action={end}>
          {m.rights_last_owner()}
        </Notice>
      ) : (
        <>
          <EndSays plan={plan}>{m.rights_leave_says()}</EndSays>
          <Outcome erased={plan.erased} kept={plan.kept} secrets={0} done={false} />
          <WillBeTold told={plan.told} />
          <PublicWorks works={plan.public} />
          <EndForm to="/desk/privacy/leave" fresh={fresh} answer={actionData} button={m.rights_leave_button()} />
        </>
      )}
    </Page>
  )
}
