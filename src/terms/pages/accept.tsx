import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { acceptTerms, pendingTerms } from '../accept-terms.ts'
import type { Route } from './+types/accept.ts'
import { TermsText } from './terms-text.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const pending = await visit(context).call<typeof pendingTerms>('terms.pending', {})
  return { ...pending, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof acceptTerms>('terms.accept', { hash: String(form.get('hash') ?? '') })
    throw redirect('/desk/terms?done')
  })
}

export default function AcceptTerms({ loaderData, actionData }: Route.ComponentProps) {
  const { current, text, acceptedAt, mayAccept, done } = loaderData
  return (
    <Page>
      <PageHeader
        title={m.identity_terms_title()}
        trail={[{ to: '/desk/account', words: m.terms_account() }]}
        state={
          current &&
          (acceptedAt ? (
            <StateWord tone="done">
              {m.terms_accepted()} <When at={acceptedAt} />
            </StateWord>
          ) : (
            <StateWord tone="wait">{m.terms_not_accepted({ version: current.version })}</StateWord>
          ))
        }
      />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.terms_done_accepted()} />
        </div>
      )}
      {current ? <TermsText text={text} /> : <EmptyState>{m.terms_none()}</EmptyState>}
      {current && mayAccept && (
        <div className="mt-8">
          <Form answer={actionData}>
            <input type="hidden" name="hash" value={current.hash} />
            <Submit aside={m.terms_accept_aside()}>{m.terms_accept()}</Submit>
          </Form>
        </div>
      )}
    </Page>
  )
}
