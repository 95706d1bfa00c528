import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Select } from '../../ui/form/select.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Section } from '../../ui/shell/page.tsx'
import type { Case } from './case-words.ts'
import { said } from './said.ts'
import { howWords, Told } from './told.tsx'

const ways = ['letter', 'phone', 'portal', 'nothing_disclosed', 'disproportionate'] as const

interface CaseTellingProps {
  caseId: string
  recipients: Case['recipients']
  answer: FormAnswer | undefined
  /** Their name is gone: what was given is all that they can be told by. */
  isErased: boolean
}

/** Article 19: each recipient still to be told, with how it was done or why it cannot be; below those who know. */
export function CaseTelling({ recipients, answer, isErased }: CaseTellingProps) {
  const open = recipients.filter((one) => one.status === 'to_tell')
  return (
    <>
      {open.length > 0 && (
        <Section title={m.rights_queue_to_tell()}>
          <div className="grid gap-4 border-t border-line pt-3">
            {open.map((one) => (
              <Form
                key={one.id}
                id={`told-${one.id}`}
                answer={answer?.values.formId === `told-${one.id}` ? answer : undefined}
                className="flex flex-wrap items-end gap-3"
              >
                <input type="hidden" name="recipientId" value={one.id} />
                <Field name="how" label={m.rights_case_told_how({ recipient: said(one.words) })}>
                  <Select
                    choices={ways.map((way) => ({ value: way, label: howWords[way]() }))}
                    none={m.rights_case_told_choose()}
                  />
                </Field>
                <Submit look="quiet">{m.rights_case_told_submit()}</Submit>
                {one.disclosures.length > 0 && (
                  <p className="w-full text-small text-quiet">
                    {isErased && m.rights_case_told_erased()}{' '}
                    {one.disclosures.map((id, at) => (
                      <TextLink key={id} to={`/staff/disclosures/${id}`} className="mr-3">
                        {one.disclosures.length > 1
                          ? m.rights_case_told_entry_of({ number: at + 1 })
                          : m.rights_case_told_entry()}
                      </TextLink>
                    ))}
                  </p>
                )}
              </Form>
            ))}
          </div>
        </Section>
      )}
      <Told recipients={recipients.filter((one) => one.status !== 'to_tell')} />
    </>
  )
}
