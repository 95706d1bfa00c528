import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { ByField, byIn, ReasonsField, textIn } from './by-field.tsx'
import { CaseStep } from './case-frame.tsx'
import type { Case } from './case-words.ts'

interface ReasonedStepProps {
  shown: Case
  fresh: boolean
  answer: FormAnswer | undefined
  title: string
  lead: string
  send: string
  /** This page, to come back to. */
  here: string
}

/** A step that the person is told of with its reasons: why, and by which way the letter leaves. */
export function ReasonedStep({ shown, fresh, answer, title, lead, send, here }: ReasonedStepProps) {
  return (
    <CaseStep shown={shown} title={title} lead={lead} fresh={fresh} here={here}>
      <Form answer={answer}>
        <ReasonsField />
        <ByField shown={shown} />
        <Submit>{send}</Submit>
      </Form>
    </CaseStep>
  )
}

export function reasonedIn(form: FormData) {
  return { reasons: textIn(form, 'reasons'), by: byIn(form) }
}
