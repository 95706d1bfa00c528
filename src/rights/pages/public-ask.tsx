import { z } from 'zod'
import { answerForm, formMistakes } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { askRequest } from '../request/ask-request.ts'
import type { requestOptions } from '../request/request-options.ts'
import type { Route } from './+types/public-ask.ts'
import { askedIn, lackingIn, RequestFields } from './request-fields.tsx'
import { askedFor, RequestKinds } from './request-kinds.tsx'
import { kindOf } from './request-words.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, locale, origin, provider } = visit(context)
  const kind = kindOf(new URL(request.url).searchParams.get('kind'))
  const options = await call<typeof requestOptions>('request.options', { language: locale })
  return { kind, options, origin, isSetUp: provider !== undefined }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const form = await request.formData()
  const email = String(form.get('email') ?? '')
  const lacking = lackingIn(form)
  if (Object.keys(lacking).length > 0) {
    const isAddress = z.regexes.email.test(email.trim())
    return formMistakes(form, isAddress ? lacking : { ...lacking, email: m.identity_expect_email() })
  }
  return answerForm(form, () => call<typeof askRequest>('request.ask', { ...askedIn(form), email, language: locale }))
}

export default function PublicAsk({ loaderData, actionData }: Route.ComponentProps) {
  const { kind, options, origin, isSetUp } = loaderData
  const here = `/${getLocale()}/request`
  const asked = actionData && 'lines' in actionData ? actionData.lines : null
  const answer = actionData && 'values' in actionData ? actionData : undefined
  const title = kind ? askedFor[kind][0]() : m.rights_public_title()
  return (
    <Page>
      <PublicHead
        title={m.rights_public_title()}
        description={m.rights_public_about()}
        origin={origin}
        path="/request"
      />
      <PageHeader
        title={title}
        windowTitle=""
        {...(kind ? { trail: [{ to: here, words: m.rights_public_title() }] } : {})}
      />
      {!isSetUp && <EmptyState>{m.rights_public_not_yet()}</EmptyState>}
      {isSetUp && asked && <Asked lines={asked} />}
      {isSetUp && !asked && kind === null && (
        <>
          <p className="max-w-prose">{m.rights_public_lead()}</p>
          <p className="mt-1 mb-6 max-w-prose text-quiet">
            {m.rights_public_have_account()}{' '}
            <a href="/sign-in?to=%2Fdesk%2Fprivacy%2Frequests%2Fnew" className="link whitespace-nowrap">
              {m.ui_sign_in()}
            </a>
          </p>
          <RequestKinds base={here} />
        </>
      )}
      {isSetUp && !asked && kind && (
        <>
          <p className="mb-8 max-w-prose">{askedFor[kind][1]()}</p>
          <Form answer={answer}>
            <Field
              name="email"
              label={m.rights_public_email()}
              hint={m.rights_public_email_hint()}
              notice={options.notices.email}
            >
              <TextInput type="email" autoComplete="email" inputMode="email" maxLength={254} />
            </Field>
            <RequestFields kind={kind} options={options} />
            <Submit aside={m.rights_public_next()}>{m.rights_ask_send()}</Submit>
          </Form>
        </>
      )}
    </Page>
  )
}

/** The same for every address, known here or not. */
function Asked({ lines }: { lines: readonly string[] }) {
  return (
    <Notice tone="done" announce title={m.rights_public_received()}>
      <div className="grid gap-3">
        {lines.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </Notice>
  )
}
