import { redirect, useSearchParams } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { TabLinks } from '../../ui/list/tab-links.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { type DepositKind, depositKindNames } from '../sealed/deposit-kinds.ts'
import type { addTarget } from '../target/add-target.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { Route } from './+types/new-target.ts'
import { FactFields } from './fact-fields.tsx'
import { factNames, factsFrom } from './facts-form.ts'
import { kindWords } from './state-words.tsx'

export async function loader({ context, params: { accountId } }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('target.add')) throw notAllowed()
  const { accountName } = await call<typeof listTargets>('target.list', { accountId })
  return { accountName }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { accountId } = params
  return answerForm(
    form,
    async () => {
      await visit(context).call<typeof addTarget>('target.add', {
        accountId,
        name: String(form.get('name') ?? ''),
        facts: factsFrom(form) as InputOf<typeof addTarget>['facts'],
      })
      throw redirect(`/staff/access/clients/${accountId}?done=target`)
    },
    { rename: factNames },
  )
}

/** Writing down a client's server, database or system, without any secret. */
export default function NewTarget({ loaderData: { accountName }, actionData, params }: Route.ComponentProps) {
  const wanted = useSearchParams()[0].get('kind') as DepositKind
  const kind = depositKindNames.includes(wanted) ? wanted : 'server'
  return (
    <Page>
      <PageHeader
        trail={[
          { to: '/staff/access', words: m.access_title() },
          { to: `/staff/access/clients/${params.accountId}`, words: accountName ?? m.access_head_client() },
        ]}
        title={m.access_target_new_title()}
        state={m.access_target_state()}
      />
      <TabLinks
        label={m.access_head_kind()}
        items={depositKindNames.map((name) => ({
          to: `?kind=${name}`,
          words: kindWords(name),
          current: name === kind,
        }))}
      />
      <div className="mt-6">
        <Form key={kind} answer={actionData}>
          <Field name="name" label={m.access_offer_name()} hint={m.access_offer_name_hint()}>
            <TextInput maxLength={200} />
          </Field>
          <FactFields kind={kind} target={null} />
          <Submit>{m.access_save()}</Submit>
        </Form>
      </div>
    </Page>
  )
}
