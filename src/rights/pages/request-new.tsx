import { redirect } from 'react-router'
import { answerForm, formMistakes } from '../../platform/http/form-answer.ts'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { makeRequest } from '../request/make-request.ts'
import type { requestOptions } from '../request/request-options.ts'
import type { Route } from './+types/request-new.ts'
import { AskAgain } from './ask-again.tsx'
import { answeredBy, askedIn, lackingIn, RequestFields } from './request-fields.tsx'
import { askedFor, RequestKinds } from './request-kinds.tsx'
import { kindOf, type RequestKind } from './request-words.ts'

const here = '/desk/privacy/requests/new'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, actor, locale } = visit(context)
  const kind = kindOf(new URL(request.url).searchParams.get('kind'))
  const options = await call<typeof requestOptions>('request.options', { language: locale })
  return { kind, options, fresh: isFresh(actor) }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const lacking = lackingIn(form)
  if (Object.keys(lacking).length > 0) return formMistakes(form, lacking)
  return answerForm(form, async () => {
    const { caseId, state } = await visit(context).call<typeof makeRequest>('request.make', askedIn(form))
    throw redirect(`/desk/privacy/requests/${caseId}?done=${state}`)
  })
}

export default function NewRequest({ loaderData: { kind, options, fresh }, actionData }: Route.ComponentProps) {
  const trail = [
    { to: '/desk/privacy', words: m.rights_title() },
    { to: '/desk/privacy/requests', words: m.rights_requests_title() },
  ]
  if (kind === null) {
    return (
      <Page>
        <PageHeader title={m.rights_ask_title()} trail={trail} />
        <p className="mb-6 max-w-prose">{m.rights_ask_lead()}</p>
        <RequestKinds base={here} />
      </Page>
    )
  }
  const [title, words] = askedFor[kind]
  return (
    <Page>
      <PageHeader title={title()} trail={[...trail, { to: here, words: m.rights_ask_title() }]} />
      <p className="max-w-prose">{words()}</p>
      <Sooner kind={kind} />
      <div className="mt-8">
        {fresh ? (
          <Form answer={actionData}>
            <RequestFields kind={kind} options={options} />
            <Submit aside={answeredBy(kind)}>{m.rights_ask_send()}</Submit>
          </Form>
        ) : (
          <AskAgain to={`${here}?kind=${kind}`}>{m.rights_again_request()}</AskAgain>
        )}
      </div>
    </Page>
  )
}

const ways: Readonly<Partial<Record<RequestKind, readonly [to: string, words: () => string, link: () => string]>>> = {
  access: ['/desk/privacy', () => m.rights_ask_sooner_access(), () => m.rights_held_title()],
  portability: ['/desk/privacy/take', () => m.rights_ask_sooner_portability(), () => m.rights_take_title()],
  rectification: ['/desk/privacy/correct', () => m.rights_ask_sooner_rectification(), () => m.rights_correct_title()],
  erasure: ['/desk/privacy/leave', () => m.rights_ask_sooner_erasure(), () => m.rights_leave_title()],
  withdrawal: ['/desk/privacy#choices', () => m.rights_ask_sooner_withdrawal(), () => m.rights_choices_title()],
}

/** What the privacy centre does without a request. */
function Sooner({ kind }: { kind: RequestKind }) {
  const way = ways[kind]
  if (!way) return null
  const [to, words, link] = way
  return (
    <p className="mt-1 max-w-prose text-quiet">
      {words()} <TextLink to={to}>{link()}</TextLink>
    </p>
  )
}
