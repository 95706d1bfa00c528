import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { countryName } from '../../platform/language/countries.ts'
import { civilDay, list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { disableProcessor, enableProcessor } from '../processors/enable-processor.ts'
import type { listRecipients } from '../processors/list-recipients.ts'
import type { changeProcessor } from '../processors/save-processor.ts'
import type { showProcessor } from '../processors/show-processor.ts'
import type { Route } from './+types/recipient.ts'
import { entryChoices } from './entry-choices.ts'
import { EntryForm, entryFrom } from './entry-form.tsx'
import { contractKindWords, EntryState } from './recipient-words.tsx'
import { Steps } from './steps.tsx'

const isId = (text: string) => /^[0-9a-f-]{36}$/.test(text)

export async function loader({ context, params: { processorId }, request }: Route.LoaderArgs) {
  if (!isId(processorId)) throw nothingHere()
  const { call, locale } = visit(context)
  const shown = await call<typeof showProcessor>('processor.show', { processorId })
  const { roles } = await call<typeof listRecipients>('processor.list', {})
  const role = roles.find(({ recipient }) => recipient === shown.entry.recipient)
  return {
    ...shown,
    role: role?.words ?? { ro: shown.entry.recipient, en: shown.entry.recipient },
    choices: entryChoices(role?.purposes ?? [], shown.grounds, locale),
    done: new URL(request.url).searchParams.get('done'),
  }
}

export async function action({ context, params: { processorId }, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const formId = String(form.get('formId'))
  return answerForm(form, async () => {
    if (formId === 'enable') await call<typeof enableProcessor>('processor.enable', { processorId })
    else if (formId === 'disable') {
      await call<typeof disableProcessor>('processor.disable', { processorId, why: String(form.get('why') ?? '') })
    } else await call<typeof changeProcessor>('processor.change', { processorId, ...entryFrom(form) })
    throw redirect(`/staff/registers/recipients/${processorId}?done=${formId}`)
  })
}

const doneWords: Readonly<Record<string, () => string>> = {
  entered: m.registers_done_saved,
  entry: m.registers_done_saved,
  enable: m.registers_done_enabled,
  disable: m.registers_done_disabled,
}

export default function Recipient({ loaderData, actionData }: Route.ComponentProps) {
  const { entry, role, missing, choices, steps, done } = loaderData
  const locale = getLocale()
  const isEnabled = entry.state === 'open' || entry.state === 'blocked'
  const answerOf = (id: string) => (actionData?.values.formId === id ? actionData : undefined)
  return (
    <Page>
      <PageHeader
        title={entry.name ?? m.registers_recipient_unnamed()}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/recipients', words: m.registers_recipients_title() },
        ]}
        state={
          <>
            <EntryState state={entry.state} />
            <When at={entry.since} />
            <span>{role[locale]}</span>
          </>
        }
      />
      {done && doneWords[done] && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneWords[done]()} />
        </div>
      )}
      {entry.state === 'blocked' && (
        <div className="mb-6">
          <Notice
            tone="danger"
            title={m.registers_blocked_title({ ground: entry.groundName ?? '' })}
            action={<TextLink to={`/staff/registers/grounds/${entry.groundId}`}>{m.registers_ground_see()}</TextLink>}
          >
            {m.registers_blocked_words()}
          </Notice>
        </div>
      )}
      {isEnabled ? (
        <>
          <Facts items={factsOf(entry, choices, locale)} />
          <Section title={m.registers_disable_title()}>
            <p className="mb-4 max-w-prose">{m.registers_disable_words()}</p>
            <Form id="disable" answer={answerOf('disable')}>
              <Field name="why" label={m.registers_why()}>
                <TextInput maxLength={500} />
              </Field>
              <Submit look="danger">{m.registers_disable()}</Submit>
            </Form>
          </Section>
        </>
      ) : (
        <>
          <Form id="enable" answer={answerOf('enable')}>
            {missing.length > 0 ? (
              <Notice tone="wait" title={m.registers_not_enabled_title()}>
                {m.registers_missing({ fields: list(missing.map((field) => fieldWords[field]?.() ?? field)) })}
              </Notice>
            ) : (
              <Submit aside={m.registers_enable_aside()}>{m.registers_enable()}</Submit>
            )}
          </Form>
          <Section title={m.registers_entry_title()}>
            <EntryForm values={entry} choices={choices} answer={answerOf('entry')} />
          </Section>
        </>
      )}
      <Steps steps={steps} />
    </Page>
  )
}

type Entry = Route.ComponentProps['loaderData']['entry']
type Choices = Route.ComponentProps['loaderData']['choices']

function factsOf(entry: Entry, choices: Choices, locale: 'ro' | 'en') {
  const said = (from: Choices['purposes'], names: readonly string[]) =>
    list(names.map((name) => from.find(({ value }) => value === name)?.label ?? name))
  return [
    { term: m.registers_recipient_country(), value: countryName(entry.country, locale) ?? '—' },
    {
      term: m.registers_recipient_ground(),
      value: <TextLink to={`/staff/registers/grounds/${entry.groundId}`}>{entry.groundName}</TextLink>,
    },
    {
      term: m.registers_contract_kind(),
      value: `${entry.contractKind ? contractKindWords[entry.contractKind]() : '—'}: ${entry.contractReference ?? ''}`,
      note: entry.contractOn ? civilDay(entry.contractOn) : undefined,
    },
    { term: m.registers_recipient_purposes(), value: said(choices.purposes, entry.purposes) },
    { term: m.registers_recipient_categories(), value: said(choices.categories, entry.categories) },
  ]
}

const fieldWords: Readonly<Record<string, () => string>> = {
  name: m.registers_recipient_name,
  country: m.registers_recipient_country,
  groundId: m.registers_recipient_ground,
  contractKind: m.registers_contract_kind,
  contractReference: m.registers_contract_reference,
  contractOn: m.registers_contract_on,
  purposes: m.registers_recipient_purposes,
  categories: m.registers_recipient_categories,
}
