import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { day } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import type { Choice } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { StatusWord } from './status-word.tsx'

interface PlacePageProps {
  person: {
    readonly name: string
    readonly email: string | null
    readonly status: Parameters<typeof StatusWord>[0]['status']
    readonly since: Date | null
    readonly roles: readonly string[]
  }
  /** Among whom the place is. */
  among: { readonly to: string; readonly words: string }
  choices: readonly Choice[]
  /** How ending a place that was taken is called, and what it does. */
  end: { readonly title: string; readonly words: string }
  given: { readonly formId: string; readonly answer: FormAnswer | undefined } | undefined
}

/** Somebody's place, in an account or in the staff: its roles, and its end. One who has not come yet is invited no more. */
export function PlacePage({ person, among, choices, end, given }: PlacePageProps) {
  const answerOf = (formId: string) => (given?.formId === formId ? given.answer : undefined)
  const isInvited = person.status === 'invited'
  return (
    <Page>
      <PageHeader
        title={person.name}
        trail={[among]}
        state={
          <>
            <StatusWord status={person.status} />
            {person.since && <span>{m.identity_since({ day: day(person.since) })}</span>}
            <span>{person.email}</span>
          </>
        }
      />
      {person.status !== 'ended' && (
        <>
          <Form id="roles" answer={answerOf('roles')}>
            <Field group name="roles" label={m.identity_roles()}>
              <Checkboxes choices={choices} defaultValue={person.roles} />
            </Field>
            <Submit>{m.identity_roles_save()}</Submit>
          </Form>
          <Section title={isInvited ? m.identity_withdraw_title() : end.title}>
            <Form id="end" answer={answerOf('end')}>
              <p className="max-w-prose">{isInvited ? m.identity_withdraw_words() : end.words}</p>
              <Submit look="danger">{isInvited ? m.identity_withdraw() : m.identity_end_place()}</Submit>
            </Form>
          </Section>
        </>
      )}
    </Page>
  )
}
