import { visit } from '../../platform/http/visit.ts'
import { list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Table } from '../../ui/list/table.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { RegisterView } from '../processing/register.view.ts'
import type { showProcessing } from '../processing/show-register.ts'
import type { Route } from './+types/processing.ts'
import { DayWord } from './day-word.tsx'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, locale } = visit(context)
  return call<typeof showProcessing>('processing.show', { language: locale })
}

export default function Processing({ loaderData: register }: Route.ComponentProps) {
  const { provider, asController, asProcessor, security } = register
  const language = getLocale()
  return (
    <Page>
      <PageHeader
        title={m.registers_processing_title()}
        trail={[{ to: '/staff/registers', words: m.registers_title() }]}
        state={<span>{m.registers_processing_lead({ version: register.policyVersion })}</span>}
        action={<Downloads language={language} />}
      />
      <nav aria-label={m.registers_processing_contents()} className="mb-6">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {[
            ['controller', m.registers_processing_as_controller()],
            ['processor', m.registers_processing_as_processor()],
            ['security', m.registers_processing_security()],
          ].map(([id, words]) => (
            <li key={id}>
              <a className="link" href={`#${id}`}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Facts
        items={[
          { term: m.registers_processing_who(), value: `${provider.name}, ${provider.address}` },
          { term: m.registers_processing_contact(), value: provider.privacyEmail },
          {
            term: m.registers_officer(),
            value: provider.officer
              ? [provider.officer.name, provider.officer.email, provider.officer.phone].filter(Boolean).join(', ')
              : m.registers_officer_none(),
          },
        ]}
      />
      <Section id="controller" title={m.registers_processing_as_controller()} aside="Art. 30(1)">
        {asController.map((one) => (
          <ActivityFacts key={one.purpose} of={one} />
        ))}
      </Section>
      <Section id="processor" title={m.registers_processing_as_processor()} aside="Art. 30(2)">
        <p className="mb-4 max-w-prose text-quiet">{m.registers_processing_processor_lead()}</p>
        <Table
          label={m.registers_processing_client()}
          rows={asProcessor.controllers}
          rowKey={(one) => `${one.name} ${one.since.toISOString()}`}
          columns={[
            { key: 'name', head: m.registers_processing_client(), cell: (one) => one.name, phone: 'title', wide: true },
            { key: 'contact', named: true, head: m.registers_processing_contact(), cell: (one) => one.contact },
            {
              key: 'customers',
              named: true,
              head: m.registers_processing_customers(),
              cell: (one) => one.customers,
              end: true,
            },
            { key: 'since', head: m.registers_recipient_since(), cell: (one) => <When at={one.since} />, end: true },
          ]}
          empty={<EmptyState>{m.registers_processing_no_clients()}</EmptyState>}
        />
        {asProcessor.activities.map((one) => (
          <ActivityFacts key={one.purpose} of={one} />
        ))}
      </Section>
      <Section id="security" title={m.registers_processing_security()} aside="Art. 30(1)(g), 30(2)(d)">
        <ul className="border-t border-line">
          {security.technical.map(({ says, holds, checkedAt }) => (
            <li key={says} className="flex flex-wrap gap-x-4 border-b border-line py-2">
              <span className="min-w-0 grow">{says}</span>
              <span className="text-small">
                <StateWord tone={holds === null ? 'plain' : holds ? 'done' : 'danger'}>
                  {holds === null
                    ? m.registers_processing_unchecked()
                    : holds
                      ? m.registers_processing_holds()
                      : m.registers_processing_fails()}
                </StateWord>{' '}
                {checkedAt && <When at={checkedAt} />}
              </span>
            </li>
          ))}
          {security.organisational.map(({ says, checkedOn }) => (
            <li key={says} className="flex flex-wrap gap-x-4 border-b border-line py-2">
              <span className="min-w-0 grow">{says}</span>
              {checkedOn && (
                <span className="text-small text-quiet">
                  {m.registers_processing_checked_words()} <DayWord day={checkedOn} />
                </span>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}

function Downloads({ language }: { language: string }) {
  return (
    <ul className="flex flex-wrap gap-x-4 print:hidden">
      {['pdf', 'csv', 'json', 'inventory'].map((format) => (
        <li key={format}>
          <a className="link" href={`/staff/registers/processing/file/${language}/${format}`}>
            {format === 'inventory' ? m.registers_processing_inventory() : format.toUpperCase()}
          </a>
        </li>
      ))}
    </ul>
  )
}

type Activity = RegisterView['asController'][number]

function ActivityFacts({ of: one }: { of: Activity }) {
  const third = one.recipients.filter(({ isThirdCountry }) => isThirdCountry)
  return (
    <article className="mt-6">
      <h3 className="mb-2 font-semibold">{one.words}</h3>
      <Facts
        items={[
          { term: m.registers_processing_purpose(), value: one.reason, note: one.basis },
          { term: m.registers_processing_subjects(), value: list(one.subjects) },
          { term: m.registers_processing_categories(), value: list(one.categories.map(({ words }) => words)) },
          {
            term: m.registers_processing_recipients(),
            value:
              one.recipients.length === 0
                ? m.registers_processing_nobody()
                : list(
                    one.recipients.map(
                      ({ words, company, country }) => `${words}${company ? `: ${company}` : ''} (${country})`,
                    ),
                  ),
          },
          {
            term: m.registers_processing_third(),
            value:
              third.length === 0
                ? m.registers_processing_no_third()
                : list(
                    third.map(({ words, company, country, ground }) => `${company ?? words}, ${country}: ${ground}`),
                  ),
          },
          {
            term: m.registers_processing_periods(),
            value: (
              <ul>
                {one.periods.map(({ words, says, class: name }) => (
                  <li key={name}>
                    {words}: {says}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </article>
  )
}
