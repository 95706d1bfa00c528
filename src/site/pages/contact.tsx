import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Trap } from '../../ui/form/trap.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { askContact } from '../contact/ask-contact.ts'
import type { writeContact } from '../contact/write-contact.ts'
import type { Route } from './+types/contact.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale, origin, provider } = visit(context)
  const asked = await call<typeof askContact>('contact.ask', { language: locale })
  return { origin, isSetUp: provider !== undefined, ...asked }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  const typed = typedIn(form)
  return answerForm(form, async () => {
    const { token } = await call<typeof writeContact>('contact.write', {
      name: typed('name'),
      email: typed('email'),
      message: typed('message'),
      language: locale,
      website: typed('website'),
      sendingId: typed('sendingId') || undefined,
      notice: typed('notice'),
      ...(typed('phone').trim() ? { phone: typed('phone') } : {}),
    })
    throw redirect(`/${locale}/conversation/${token}?new`)
  })
}

export default function ContactPage({ loaderData, actionData }: Route.ComponentProps) {
  const { origin, notices, notice, isSetUp, sendingId } = loaderData
  const sent = actionData?.values.sendingId
  return (
    <Page>
      <PublicHead
        title={m.site_contact_title()}
        description={m.site_contact_description()}
        origin={origin}
        path="/contact"
      />
      <PageHeader title={m.site_contact_title()} windowTitle="" />
      {isSetUp ? (
        <>
          <p className="max-w-prose">{m.site_contact_lead()}</p>
          <p className="mt-1 mb-8 max-w-prose text-quiet">
            {m.site_contact_have_account()}{' '}
            <a href="/sign-in?to=%2Fdesk%2Ftickets" className="link whitespace-nowrap">
              {m.ui_sign_in()}
            </a>
          </p>
          <Form answer={actionData}>
            <Field
              name="message"
              label={m.site_contact_message()}
              hint={m.site_contact_message_hint()}
              notice={notices.message}
            >
              <TextArea tall maxLength={20_000} />
            </Field>
            <Fields notices={[notices.name, notices.email, notices.phone]}>
              <Field name="name" label={m.site_contact_name()}>
                <TextInput autoComplete="name" maxLength={120} />
              </Field>
              <Field name="email" label={m.site_contact_email()} hint={m.site_contact_email_hint()}>
                <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
              </Field>
              <Field name="phone" label={m.site_contact_phone()} hint={m.site_contact_phone_hint()} optional>
                <TextInput type="tel" autoComplete="tel" room="middle" maxLength={25} />
              </Field>
            </Fields>
            <Trap label={m.site_contact_trap()} />
            <input type="hidden" name="sendingId" value={typeof sent === 'string' && sent ? sent : sendingId} />
            <input type="hidden" name="notice" value={notice} />
            <Submit aside={m.site_contact_next()}>{m.site_contact_send()}</Submit>
          </Form>
        </>
      ) : (
        <EmptyState>{m.site_contact_not_yet()}</EmptyState>
      )}
    </Page>
  )
}
