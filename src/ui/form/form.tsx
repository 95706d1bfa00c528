import { type ReactNode, type SubmitEventHandler, useState } from 'react'
import { Form as RouterForm, useNavigation } from 'react-router'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { ErrorSummary } from './error-summary.tsx'
import { type FieldNames, gatherNames } from './field-names.ts'
import { FormContext } from './form-state.ts'
import { useKept, WriterField } from './kept-forms.tsx'

interface FormProps {
  /** Unique on the page; says which form an answer belongs to when a page has several (`formId` in its data). */
  id?: string
  /** What the action returned: mistakes by field and what was typed. Undefined before the first sending. */
  answer?: FormAnswer | undefined
  action?: string
  method?: 'post' | 'get'
  /** With files. */
  files?: boolean
  children: ReactNode
  className?: string
  /** Before it is sent: for what only this browser may do first. Without script the form is sent as it is. */
  onSubmit?: SubmitEventHandler<HTMLFormElement>
}

/** A form that works without script, keeps what was typed, and says at its top and at each field what to mend. */
export function Form({
  id = 'form',
  answer,
  action,
  method = 'post',
  files,
  children,
  className,
  onSubmit,
}: FormProps) {
  const navigation = useNavigation()
  const busy = navigation.state !== 'idle' && navigation.formData?.get('formId') === id
  const [names] = useState(gatherNames)
  const kept = useKept(id)
  return (
    <FormContext value={{ id, answer: answer ?? kept, busy, names }}>
      <RouterForm
        id={id}
        method={method}
        action={action}
        onSubmit={onSubmit && ((event) => (goesElsewhere(event) ? undefined : onSubmit(event)))}
        encType={files ? 'multipart/form-data' : undefined}
        noValidate
        aria-busy={busy || undefined}
        className={className ?? '@container grid gap-6'}
      >
        <ErrorSummary />
        {method === 'post' && <input type="hidden" name="formId" value={id} />}
        {method === 'post' && <WriterField />}
        {children}
        {names && <AllNamed names={names} />}
      </RouterForm>
    </FormContext>
  )
}

/** By a button that takes what was typed along to sign in: nothing is to be done with it before. */
function goesElsewhere(event: Parameters<SubmitEventHandler<HTMLFormElement>>[0]): boolean {
  const { submitter } = event.nativeEvent as SubmitEvent
  return submitter?.hasAttribute('formaction') ?? false
}

/** Stands after the fields: a server comes here when it has rendered them. */
function AllNamed({ names }: { names: FieldNames }) {
  names.close()
  return null
}
