import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { invalidateGround, reinstateGround } from '../processors/ground.ts'
import type { showGround } from '../processors/show-ground.ts'
import type { Route } from './+types/ground.ts'
import { EntryState, GroundState, groundKindWords } from './recipient-words.tsx'
import { Steps } from './steps.tsx'

export async function loader({ context, params: { groundId }, request }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(groundId)) throw nothingHere()
  const shown = await visit(context).call<typeof showGround>('transfer_ground.show', { groundId })
  return { ...shown, done: new URL(request.url).searchParams.get('done') }
}

export async function action({ context, params: { groundId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = String(form.get('formId'))
  const why = String(form.get('why') ?? '')
  return answerForm(form, async () => {
    if (formId === 'reinstate') {
      const reviewOn = String(form.get('reviewOn') ?? '') || null
      await call<typeof reinstateGround>('transfer_ground.reinstate', { groundId, why, reviewOn })
    } else await call<typeof invalidateGround>('transfer_ground.invalidate', { groundId, why })
    throw redirect(`/staff/registers/grounds/${groundId}?done=${formId}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  entered: m.registers_done_saved,
  reinstate: m.registers_done_reinstated,
  invalidate: m.registers_done_invalidated,
}

export default function Ground({ loaderData: { ground, resting, steps, done }, actionData }: Route.ComponentProps) {
  const enabled = resting.filter(({ state }) => state === 'open' || state === 'blocked')
  const answerOf = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  return (
    <Page>
      <PageHeader
        title={ground.name}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/recipients', words: m.registers_recipients_title() },
        ]}
        state={<GroundState ground={ground} />}
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      <Facts
        items={[
          { term: m.registers_ground_kind(), value: groundKindWords[ground.kind]() },
          { term: m.registers_ground_valid(), value: civilDay(ground.validOn) },
          { term: m.registers_ground_review(), value: ground.reviewOn ? civilDay(ground.reviewOn) : '—' },
          ...(ground.invalidAt
            ? [
                {
                  term: m.registers_ground_fallen(),
                  value: <When at={ground.invalidAt} exact />,
                  note: ground.invalidWhy,
                },
              ]
            : []),
        ]}
      />
      <Section title={m.registers_ground_resting()}>
        {resting.length === 0 ? (
          <p className="text-quiet">{m.registers_ground_nobody()}</p>
        ) : (
          <ul className="border-t border-line">
            {resting.map((entry) => (
              <li key={entry.id} className="flex flex-wrap gap-x-4 border-b border-line py-2">
                <TextLink to={`/staff/registers/recipients/${entry.id}`}>
                  {entry.name ?? m.registers_recipient_unnamed()}
                </TextLink>
                <EntryState state={entry.state} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      {(ground.invalidAt || ground.isOverdue || ground.reviewOn) && (
        <Section title={ground.invalidAt ? m.registers_reinstate_title() : m.registers_review_title()}>
          <Form id="reinstate" answer={answerOf('reinstate')}>
            <Field name="why" label={m.registers_why()} hint={m.registers_reinstate_hint()}>
              <TextInput maxLength={500} />
            </Field>
            <Field name="reviewOn" label={m.registers_ground_review()} optional={ground.kind === 'eea'}>
              <TextInput type="date" room="short" />
            </Field>
            <Submit look="quiet">{m.registers_reinstate()}</Submit>
          </Form>
        </Section>
      )}
      {!ground.invalidAt && (
        <Section title={m.registers_invalidate_title()}>
          <p className="mb-4 max-w-prose">{m.registers_invalidate_words({ count: enabled.length })}</p>
          <Form id="invalidate" answer={answerOf('invalidate')}>
            <Field name="why" label={m.registers_why()} hint={m.registers_invalidate_hint()}>
              <TextInput maxLength={500} />
            </Field>
            <Submit look="danger">{m.registers_invalidate()}</Submit>
          </Form>
        </Section>
      )}
      <Steps steps={steps} />
    </Page>
  )
}
