import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { setAccessRule } from '../lease/set-rule.ts'
import type { showAccessRule } from '../lease/show-rule.ts'
import type { Route } from './+types/rule.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof showAccessRule>('access_rule.show', {})
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const approval = form.get('approval') as 'client' | 'client_or_staff'
    await visit(context).call<typeof setAccessRule>('access_rule.set', { approval })
    throw redirect('/desk/access?done=rule')
  })
}

/** Who may approve the use of what was handed over. */
export default function Rule({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader trail={[{ to: '/desk/access', words: m.access_title() }]} title={m.access_rule_title()} />
      <Form answer={actionData}>
        <Field group name="approval" label={m.access_rule_question()} hint={m.access_rule_hint()}>
          <RadioCards
            defaultValue={loaderData.approval}
            choices={[
              { value: 'client', label: m.access_rule_choice_client(), hint: m.access_rule_client() },
              { value: 'client_or_staff', label: m.access_rule_choice_either(), hint: m.access_rule_either() },
            ]}
          />
        </Field>
        <Submit>{m.access_save()}</Submit>
      </Form>
    </Page>
  )
}
