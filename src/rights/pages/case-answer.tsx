import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { decideRequest } from '../desk/decide-request.ts'
import type { Route } from './+types/case-answer.ts'
import { ByField, byIn, ReasonsField, textIn } from './by-field.tsx'
import { CaseStep } from './case-frame.tsx'
import type { Case } from './case-words.ts'
import { shownCase } from './shown-case.ts'

export const loader = (args: Route.LoaderArgs) => shownCase(args)

export async function action({ context, params, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof decideRequest>('request.decide', {
      caseId: params.caseId,
      decision: textIn(form, 'decision') as 'grant',
      reasons: textIn(form, 'reasons'),
      words: textIn(form, 'words'),
      by: byIn(form),
    })
    throw redirect(`/staff/rights/${params.caseId}?done=decided`)
  })
}

export default function CaseAnswer({ loaderData: { shown, fresh }, actionData }: Route.ComponentProps) {
  const only = onlyRefusal(shown)
  return (
    <CaseStep
      shown={shown}
      title={only ? m.rights_case_refuse() : m.rights_answer_page_title()}
      lead={only ?? m.rights_answer_page_lead()}
      fresh={fresh}
      here={`/staff/rights/${shown.id}/answer`}
    >
      <Form answer={actionData}>
        {only ? <input type="hidden" name="decision" value="refuse" /> : <Decision kind={shown.kind} />}
        <ReasonsField optional={!only} />
        <Field name="words" label={m.rights_answer_own_words()} hint={m.rights_answer_own_words_hint()} optional>
          <TextArea rows={3} maxLength={4000} />
        </Field>
        <ByField shown={shown} />
        <Submit aside={m.rights_answer_closes()}>{m.rights_answer_send()}</Submit>
      </Form>
    </CaseStep>
  )
}

/** Why it can only be refused from here; null when it can be granted. */
function onlyRefusal({ kind, identity }: Case): string | null {
  if (identity === 'asked') return m.rights_answer_identity_words()
  return kind === 'erasure' ? m.rights_answer_erasure_words() : null
}

const grants: Readonly<Record<Exclude<Case['kind'], 'erasure'>, () => string>> = {
  access: () => m.rights_answer_grant_access(),
  rectification: () => m.rights_answer_grant_rectification(),
  restriction: () => m.rights_answer_grant_restriction(),
  recipients: () => m.rights_answer_grant_recipients(),
  portability: () => m.rights_answer_grant_portability(),
  objection: () => m.rights_answer_grant_objection(),
  automated: () => m.rights_answer_grant_automated(),
  withdrawal: () => m.rights_answer_grant_withdrawal(),
}

function Decision({ kind }: { kind: Case['kind'] }) {
  return (
    <Field group name="decision" label={m.rights_answer_decision()}>
      <RadioCards
        choices={[
          {
            value: 'grant',
            label: m.rights_answer_grant(),
            ...(kind === 'erasure' ? {} : { hint: grants[kind]() }),
          },
          { value: 'partly', label: m.rights_answer_partly(), hint: m.rights_answer_partly_hint() },
          {
            value: 'refuse',
            label: m.rights_answer_refuse(),
            hint: kind === 'objection' ? m.rights_answer_refuse_objection() : m.rights_answer_refuse_hint(),
          },
        ]}
      />
    </Field>
  )
}
