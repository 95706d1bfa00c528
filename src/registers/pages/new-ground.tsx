import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { addGround } from '../processors/ground.ts'
import type { Route } from './+types/new-ground.ts'
import { groundKindWords } from './recipient-words.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  if (!visit(context).can('transfer_ground.add')) throw notAllowed()
  return null
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const { groundId } = await call<typeof addGround>('transfer_ground.add', {
      kind: String(form.get('kind') ?? '') as keyof typeof groundKindWords,
      name: String(form.get('name') ?? ''),
      validOn: String(form.get('validOn') ?? ''),
      reviewOn: String(form.get('reviewOn') ?? '') || null,
    })
    throw redirect(`/staff/registers/grounds/${groundId}?done=entered`)
  })
}

const hints = {
  eea: m.registers_ground_eea_hint,
  adequacy: m.registers_ground_adequacy_hint,
  clauses: m.registers_ground_clauses_hint,
  rules: m.registers_ground_rules_hint,
  derogation: m.registers_ground_derogation_hint,
} as const
const kinds = Object.keys(hints) as (keyof typeof hints)[]

export default function NewGround({ actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.registers_ground_add()}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/recipients', words: m.registers_recipients_title() },
        ]}
      />
      <Form answer={actionData}>
        <Field name="kind" label={m.registers_ground_kind()} group>
          <RadioCards
            choices={kinds.map((value) => ({ value, label: groundKindWords[value](), hint: hints[value]() }))}
          />
        </Field>
        <Field name="name" label={m.registers_ground_name()} hint={m.registers_ground_name_hint()}>
          <TextInput maxLength={200} />
        </Field>
        <Field name="validOn" label={m.registers_ground_valid()}>
          <TextInput type="date" room="short" />
        </Field>
        <Field name="reviewOn" label={m.registers_ground_review()} hint={m.registers_ground_review_hint()} optional>
          <TextInput type="date" room="short" />
        </Field>
        <Submit>{m.registers_save()}</Submit>
      </Form>
    </Page>
  )
}
