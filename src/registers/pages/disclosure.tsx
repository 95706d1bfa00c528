import { redirect } from 'react-router'
import { policy } from '../../../policy/policy.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { civilDay, list } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { liftSilence } from '../disclosures/lift-silence.ts'
import type { showDisclosure } from '../disclosures/list-disclosures.ts'
import type { Route } from './+types/disclosure.ts'
import { disclosureKindWords } from './disclosure-words.ts'

export async function loader({ context, params: { disclosureId }, request }: Route.LoaderArgs) {
  if (!/^[0-9a-f-]{36}$/.test(disclosureId)) throw nothingHere()
  const { call, locale } = visit(context)
  const shown = await call<typeof showDisclosure>('disclosure.show', { disclosureId })
  const said: Readonly<Record<string, { ro: string; en: string }>> = policy.categories
  const done = new URL(request.url).searchParams.get('done')
  return { ...shown, categories: shown.disclosure.categories.map((one) => said[one]?.[locale] ?? one), done }
}

export async function action({ context, params: { disclosureId }, request }: Route.ActionArgs) {
  const form = await request.formData()
  return answerForm(form, async () => {
    const why = String(form.get('why') ?? '')
    await visit(context).call<typeof liftSilence>('disclosure.lift_silence', { disclosureId, why })
    throw redirect(`/staff/registers/disclosures/${disclosureId}?done=lifted`)
  })
}

export default function Disclosure({ loaderData, actionData }: Route.ComponentProps) {
  const { disclosure, people, lifting, categories, done } = loaderData
  const isSilent = disclosure.forbidden !== null && lifting === null
  return (
    <Page>
      <PageHeader
        title={disclosure.askedBy}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/disclosures', words: m.registers_disclosures_title() },
        ]}
        state={
          <>
            <span>{disclosureKindWords[disclosure.kind]()}</span>
            <When at={disclosure.givenAt} exact />
          </>
        }
      />
      {(done === 'noted' || done === 'lifted') && (
        <div className="mb-6">
          <Notice
            tone="done"
            announce
            title={done === 'noted' ? m.registers_disclosure_done() : m.registers_disclosure_done_lifted()}
          />
        </div>
      )}
      <Facts
        items={[
          { term: m.registers_disclosure_ground(), value: disclosure.ground, note: disclosure.reference },
          { term: m.registers_disclosure_what(), value: disclosure.what, note: list(categories) },
          {
            term: m.registers_disclosure_decided(),
            value: disclosure.decidedBy,
            note: <When at={disclosure.notedAt} exact />,
          },
          ...(disclosure.indicators.length > 0
            ? [
                {
                  term: m.registers_exchange_signs(),
                  value: (
                    <ul>
                      {disclosure.indicators.map((sign) => (
                        <li key={sign} className="break-all">
                          <Exact>{sign}</Exact>
                        </li>
                      ))}
                    </ul>
                  ),
                },
              ]
            : []),
          ...(disclosure.forbidden
            ? [
                {
                  term: m.registers_disclosure_forbidden_by(),
                  value: disclosure.forbidden.by,
                  note: lifting
                    ? m.registers_disclosure_lifted_because({ why: lifting.why })
                    : disclosure.forbidden.until &&
                      `${m.registers_disclosure_forbidden_until()}: ${civilDay(disclosure.forbidden.until)}`,
                },
              ]
            : []),
        ]}
      />
      {disclosure.kind !== 'indicator' && (
        <Section title={m.registers_disclosure_whose()}>
          {people.length === 0 ? (
            <p className="text-quiet">{m.registers_disclosure_nobody()}</p>
          ) : (
            <ul className="border-t border-line">
              {people.map((person, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: names may be the same, and the list does not move
                <li key={at} className="flex flex-wrap gap-x-4 border-b border-line py-2">
                  <span className="min-w-0 grow">{person.name}</span>
                  <span className="text-small text-quiet">
                    {person.toldAt ? (
                      <>
                        {m.registers_disclosure_told()} <When at={person.toldAt} />
                      </>
                    ) : isSilent ? (
                      m.registers_disclosure_not_told()
                    ) : (
                      m.registers_disclosure_being_told()
                    )}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
      {isSilent && (
        <Section title={m.registers_disclosure_lift_title()}>
          <p className="mb-4 max-w-prose">{m.registers_disclosure_lift_words()}</p>
          <Form answer={actionData}>
            <Field name="why" label={m.registers_why()}>
              <TextInput maxLength={500} />
            </Field>
            <Submit>{m.registers_disclosure_lift()}</Submit>
          </Form>
        </Section>
      )}
    </Page>
  )
}
