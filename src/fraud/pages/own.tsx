import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { contestFraudSignal } from '../decide-signal.ts'
import type { ownFraudSignals } from '../own-signals.ts'
import type { Route } from './+types/own.ts'
import { DecisionWord, SignHead } from './sign.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const own = await visit(context).call<typeof ownFraudSignals>('fraud.own', {})
  return { ...own, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    await visit(context).call<typeof contestFraudSignal>('fraud.contest', {
      signalId: String(form.get('formId') ?? ''),
      words: String(form.get('words') ?? ''),
    })
    throw redirect('/desk/privacy/fraud?done')
  })
}

export default function OwnSignals({ loaderData: { signals, notice, done }, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader title={m.fraud_own_title()} trail={[{ to: '/desk/privacy', words: m.succession_privacy() }]} />
      {done && (
        <div className="mb-6">
          <Notice tone="done" announce title={m.fraud_done_contested()} />
        </div>
      )}
      <p className="mb-6 max-w-prose">{m.fraud_own_lead()}</p>
      {signals.length === 0 && <EmptyState>{m.fraud_own_none()}</EmptyState>}
      <ul className="border-t border-line empty:hidden">
        {signals.map((one) => (
          <li key={one.id} className="grid gap-3 border-b border-line py-4">
            <SignHead says={one.says} raisedAt={one.raisedAt} />
            <p className="max-w-prose">
              {one.decision ? (
                <>
                  <DecisionWord decision={one.decision} /> {one.reason}
                </>
              ) : (
                <StateWord tone="wait">{m.fraud_nobody_looked()}</StateWord>
              )}
            </p>
            {one.contestedAt ? (
              <p className="text-small text-quiet">
                {m.fraud_you_contested()} <When at={one.contestedAt} />
              </p>
            ) : (
              <Form id={one.id} answer={actionData}>
                <Field name="words" label={m.fraud_contest_words()} notice={notice}>
                  <TextArea rows={3} maxLength={1000} />
                </Field>
                <Submit look="quiet">{m.fraud_contest()}</Submit>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Page>
  )
}
