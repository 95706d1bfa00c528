import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { accessNotices } from '../request/form-notices.ts'
import type { refuseItem } from '../request/refuse-item.ts'
import type { showSecretRequest } from '../request/show-request.ts'
import type { Route } from './+types/decline.ts'

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { requestId, itemId } = params
  const request = await call<typeof showSecretRequest>('secret_request.show', { requestId })
  const item = request.items.find((one) => one.id === itemId)
  if (!item) throw nothingHere()
  const { refusal } = await call<typeof accessNotices>('access_form.notices', {})
  return { requestId, item, notice: refusal }
}

export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { requestId, itemId } = params
  return answerForm(form, async () => {
    const reason = String(form.get('reason') ?? '').trim() || undefined
    await visit(context).call<typeof refuseItem>('secret_request.refuse', { requestId, itemId, reason })
    throw redirect(`/desk/access/${requestId}?done=refused`)
  })
}

/** Declining one thing, with or without saying why. */
export default function Decline({ loaderData, actionData }: Route.ComponentProps) {
  const { requestId, item, notice } = loaderData
  const trail = [
    { to: '/desk/access', words: m.access_title() },
    { to: `/desk/access/${requestId}`, words: m.access_request_short() },
  ]
  return (
    <Page>
      <PageHeader trail={trail} title={m.access_decline_title({ name: item.name })} />
      <p className="mb-6 max-w-prose">{m.access_decline_explained()}</p>
      <Form answer={actionData}>
        <Field name="reason" label={m.access_decline_why()} hint={m.access_decline_hint()} notice={notice} optional>
          <TextArea maxLength={2000} />
        </Field>
        <Submit>{m.access_decline_button()}</Submit>
      </Form>
    </Page>
  )
}
