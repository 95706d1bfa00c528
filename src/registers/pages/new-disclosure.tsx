import { redirect } from 'react-router'
import { policy } from '../../../policy/policy.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { noteDisclosure } from '../disclosures/note-disclosure.ts'
import type { Route } from './+types/new-disclosure.ts'
import { disclosureKindWords } from './disclosure-words.ts'
import { localOf, momentOf } from './local-time.ts'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { can, locale } = visit(context)
  if (!can('disclosure.note')) throw notAllowed()
  return {
    isExchange: new URL(request.url).searchParams.get('kind') === 'indicator',
    categories: Object.entries(policy.categories).map(([value, words]) => ({ value, label: words[locale] })),
    now: localOf(new Date()),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const lines = (name: string) =>
    text(name)
      .split(/[\s,;]+/)
      .filter((line) => line !== '')
  const by = text('forbiddenBy')
  return answerForm(
    form,
    async () => {
      const { disclosureId } = await call<typeof noteDisclosure>('disclosure.note', {
        kind: text('kind') as keyof typeof disclosureKindWords,
        askedBy: text('askedBy'),
        ground: text('ground'),
        reference: text('reference') || null,
        what: text('what'),
        categories: form.getAll('categories').map(String),
        emails: lines('emails'),
        indicators: lines('indicators'),
        givenAt: momentOf(text('givenAt')),
        forbidden: by === '' ? null : { by, until: text('forbiddenUntil') || null },
      })
      throw redirect(`/staff/registers/disclosures/${disclosureId}?done=noted`)
    },
    { rename: { 'forbidden.by': 'forbiddenBy', 'forbidden.until': 'forbiddenUntil' } },
  )
}

type Kind = keyof typeof disclosureKindWords
const kinds = (Object.keys(disclosureKindWords) as Kind[]).filter((kind) => kind !== 'indicator')

export default function NewDisclosure({ loaderData, actionData }: Route.ComponentProps) {
  const { isExchange, categories, now } = loaderData
  return (
    <Page>
      <PageHeader
        title={isExchange ? m.registers_exchange_note() : m.registers_disclosure_note()}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/disclosures', words: m.registers_disclosures_title() },
        ]}
      />
      <p className="mb-6 max-w-prose">
        {isExchange ? m.registers_exchange_lead() : m.registers_disclosure_lead()}{' '}
        <a
          className="link"
          href={isExchange ? '/staff/registers/disclosures/new' : '/staff/registers/disclosures/new?kind=indicator'}
        >
          {isExchange ? m.registers_disclosure_instead() : m.registers_exchange_instead()}
        </a>
      </p>
      <Form answer={actionData}>
        {isExchange ? (
          <input type="hidden" name="kind" value="indicator" />
        ) : (
          <Field name="kind" label={m.registers_disclosure_kind()} group>
            <RadioCards choices={kinds.map((value) => ({ value, label: disclosureKindWords[value]() }))} />
          </Field>
        )}
        <Field
          name="askedBy"
          label={isExchange ? m.registers_exchange_with() : m.registers_disclosure_asked_by()}
          hint={m.registers_disclosure_asked_by_hint()}
        >
          <TextInput maxLength={200} />
        </Field>
        <Field name="ground" label={m.registers_disclosure_ground()} hint={m.registers_disclosure_ground_hint()}>
          <TextInput maxLength={300} />
        </Field>
        <Field name="reference" label={m.registers_disclosure_reference()} optional>
          <TextInput maxLength={200} room="middle" />
        </Field>
        <Field name="what" label={m.registers_disclosure_what()} hint={m.registers_disclosure_what_hint()}>
          <TextArea maxLength={2000} />
        </Field>
        <Field name="givenAt" label={m.registers_disclosure_given()}>
          <TextInput type="datetime-local" room="middle" defaultValue={now} />
        </Field>
        {isExchange ? (
          <Field name="indicators" label={m.registers_exchange_signs()} hint={m.registers_exchange_signs_hint()}>
            <TextArea tall />
          </Field>
        ) : (
          <>
            <Field name="categories" label={m.registers_recipient_categories()} group>
              <Checkboxes choices={categories} />
            </Field>
            <Field
              name="emails"
              label={m.registers_disclosure_whose()}
              hint={m.registers_disclosure_whose_hint()}
              optional
            >
              <TextArea />
            </Field>
            <Field
              name="forbiddenBy"
              label={m.registers_disclosure_forbidden_by()}
              hint={m.registers_disclosure_forbidden_hint()}
              optional
            >
              <TextInput maxLength={300} />
            </Field>
            <Field
              name="forbiddenUntil"
              label={m.registers_disclosure_forbidden_until()}
              hint={m.registers_disclosure_until_hint()}
              optional
            >
              <TextInput type="date" room="short" />
            </Field>
          </>
        )}
        <Submit aside={isExchange ? undefined : m.registers_disclosure_aside()}>
          {m.registers_disclosure_submit()}
        </Submit>
      </Form>
    </Page>
  )
}
