import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import type { Route } from './+types/home.ts'
import { registerStates, stateOfRegister } from './register-states.tsx'

/** Each register with the operation that opens it: whoever may not call that does not see it. */
const registers = [
  {
    operation: 'processor.list',
    to: 'recipients',
    words: m.registers_recipients_title,
    about: m.registers_recipients_about,
  },
  {
    operation: 'processing.show',
    to: 'processing',
    words: m.registers_processing_title,
    about: m.registers_processing_about,
  },
  {
    operation: 'disclosure.list',
    to: 'disclosures',
    words: m.registers_disclosures_title,
    about: m.registers_disclosures_about,
  },
  {
    operation: 'measure.list',
    to: 'measures',
    words: m.registers_measures_title,
    about: m.registers_measures_about,
  },
  {
    operation: 'breach.list',
    to: 'breaches',
    words: m.registers_breaches_title,
    about: m.registers_breaches_about,
  },
  { operation: 'policy.show_change', to: 'policy', words: m.registers_policy_title, about: m.registers_policy_about },
] as const

/** The same of what other capabilities keep. */
const elsewhere = [
  { operation: 'child_report.list', to: '/staff/children', words: m.children_title, about: m.children_lead },
  { operation: 'fraud.list', to: '/staff/fraud', words: m.fraud_title, about: m.fraud_lead },
  { operation: 'succession.list', to: '/staff/succession', words: m.succession_title, about: m.succession_lead },
] as const

export async function loader({ context }: Route.LoaderArgs) {
  const here = visit(context)
  const { can } = here
  const states = await registerStates(here)
  return { states, open: [...registers, ...elsewhere].filter(({ operation }) => can(operation)).map(({ to }) => to) }
}

export default function RegistersHome({ loaderData: { open, states } }: Route.ComponentProps) {
  const shown = [
    ...registers.map((one) => ({ ...one, at: `/staff/registers/${one.to}` })),
    ...elsewhere.map((one) => ({ ...one, at: one.to })),
  ].filter(({ to }) => open.includes(to))
  return (
    <Page>
      <PageHeader title={m.registers_title()} />
      <p className="mb-6 max-w-prose">{m.registers_lead()}</p>
      <Facts
        items={shown.map(({ to, at, words, about }) => ({
          term: <TextLink to={at}>{words()}</TextLink>,
          value: (
            <>
              {about()}
              <span className="mt-0.5 block empty:hidden">{stateOfRegister(to, states)}</span>
            </>
          ),
        }))}
      />
    </Page>
  )
}
