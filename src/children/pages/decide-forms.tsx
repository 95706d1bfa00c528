import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Checkbox, Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { ProveFirst } from '../../ui/form/prove-first.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { Search } from '../../ui/form/search.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { showChildReport } from '../show-report.ts'
import { knownWords, outcomeWords } from './words.ts'

type Report = OutputOf<typeof showChildReport>
type Person = Report['people'][number]

interface RemoveFormProps {
  report: Report
  q: string
  fresh: boolean
  answer: FormAnswer | undefined
}

/** Who is meant, how it is known that it is a child, and the button that removes it all. */
export function RemoveForm({ report, q, fresh, answer }: RemoveFormProps) {
  const { people } = report
  const removable = people.flatMap((person) => choiceOf(person))
  const others = people.filter((person) => person.ways.length === 0 || person.held)
  return (
    <Section title={m.children_remove_title()}>
      <p className="mb-4 max-w-prose text-quiet">{m.children_remove_lead()}</p>
      <Search label={m.children_find()} q={q} />
      {people.length === 0 && <p className="mt-4 text-quiet">{m.children_nobody()}</p>}
      {others.map((person) => (
        <div key={person.personId} className="mt-4">
          <Notice tone="wait" title={nameOf(person)}>
            {person.held ? m.children_held() : m.children_as_processor()}{' '}
            <TextLink to={`/staff/clients/${person.accountId}`}>{m.children_to_client()}</TextLink>
          </Notice>
        </div>
      ))}
      {removable.length > 0 && (
        <div className="mt-6">
          {fresh ? (
            <Form id="remove" answer={answer}>
              <Field name="persons" label={m.children_persons()} group>
                <Checkboxes choices={removable} />
              </Field>
              <Field name="knownBy" label={m.children_known()} hint={m.children_known_hint()} group>
                <RadioCards
                  choices={(['said_so', 'parent', 'other'] as const).map((value) => ({
                    value,
                    label: knownWords[value](),
                  }))}
                />
              </Field>
              <Checkbox name="understood" value="yes" label={m.children_understood()} />
              <Submit look="danger">{m.children_remove()}</Submit>
            </Form>
          ) : (
            <ProveFirst to={`/staff/children/${report.id}`}>{m.children_prove_first()}</ProveFirst>
          )}
        </div>
      )}
    </Section>
  )
}

export function LeaveForm({ report, answer }: { report: Report; answer: FormAnswer | undefined }) {
  const open = (['no_child', 'nothing_found', 'parent_agrees', 'passed_on'] as const).filter(
    (outcome) => outcome !== 'parent_agrees' || report.kind === 'without_parent',
  )
  return (
    <Section title={m.children_leave_title()}>
      <Form id="leave" answer={answer}>
        <Field name="outcome" label={m.children_outcome_head()} hint={m.children_leave_hint()} group>
          <RadioCards choices={open.map((value) => ({ value, label: outcomeWords[value]() }))} />
        </Field>
        <Submit look="quiet">{m.children_leave()}</Submit>
      </Form>
    </Section>
  )
}

function choiceOf(person: Person) {
  if (person.held) return []
  return person.ways.map(({ scope, outcome }) => ({
    value: `${person.accountId} ${person.personId} ${scope}`,
    label: nameOf(person),
    hint: [
      scope === 'account' ? m.children_scope_account({ account: person.accountName }) : m.children_scope_person(),
      m.children_would_erase({ count: outcome.erased.reduce((sum, { count }) => sum + count, 0) }),
    ].join(' '),
  }))
}

function nameOf(person: Person): string {
  return [person.name, person.email, person.accountName].filter((words) => words && words !== '').join(' · ')
}
