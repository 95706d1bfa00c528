import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { accessNotices } from '../request/form-notices.ts'
import type { offerAccess } from '../request/offer-access.ts'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import type { Route } from './+types/offer.ts'
import { kindChoices } from './kind-choices.ts'

export async function loader({ context }: Route.LoaderArgs) {
  return visit(context).call<typeof accessNotices>('access_form.notices', {})
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(
    form,
    async () => {
      const item = { kind: form.get('kind') as DepositKind, name: String(form.get('name') ?? '') }
      const reason = String(form.get('reason') ?? '')
      const { requestId, itemId } = await visit(context).call<typeof offerAccess>('secret_request.offer', {
        reason,
        item,
      })
      throw redirect(`/desk/access/${requestId}/${itemId}`)
    },
    { rename: { 'item.kind': 'kind', 'item.name': 'name' } },
  )
}

/** Handing over something that nobody asked for. */
export default function Offer({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        trail={[{ to: '/desk/access', words: m.access_title() }]}
        title={m.access_offer_title()}
        state={m.access_offer_state()}
      />
      <Form answer={actionData}>
        <Field group name="kind" label={m.access_offer_kind()}>
          <RadioCards choices={kindChoices()} defaultValue="server" />
        </Field>
        <Field name="name" label={m.access_offer_name()} hint={m.access_offer_name_hint()} notice={loaderData.name}>
          <TextInput maxLength={200} />
        </Field>
        <Field name="reason" label={m.access_offer_reason()} notice={loaderData.reason}>
          <TextArea maxLength={2000} />
        </Field>
        <Submit aside={m.access_offer_aside()}>{m.access_go_on()}</Submit>
      </Form>
    </Page>
  )
}
