import { useEffect, useRef } from 'react'
import { m } from '../../platform/language/words.ts'
import { JumpLink } from '../action/jump-link.tsx'
import { TextLink } from '../action/place-link.tsx'
import { Notice } from '../text/notice.tsx'
import { fieldId } from './field-state.ts'
import { useFormState } from './form-state.ts'

/** At the top of a form that was sent back: what is wrong, each with a link to its field. Takes the focus. */
export function ErrorSummary() {
  const { id, answer } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const problem = answer?.problem
  const errors = Object.entries(answer?.errors ?? {})
  const shown = errors.length > 0 || problem !== undefined
  useEffect(() => {
    if (answer && shown) box.current?.focus()
  }, [answer, shown])
  if (!shown) return null
  return (
    <div ref={box} tabIndex={-1} className="rounded-md">
      <Notice
        tone="danger"
        announce
        title={errors.length > 0 ? m.ui_form_mistakes({ count: errors.length }) : problem?.words}
      >
        {problem && errors.length > 0 && <p>{problem.words}</p>}
        {errors.length > 0 && (
          <ul className="mt-1 grid gap-1">
            {errors.map(([name, expectation]) => (
              <li key={name}>
                <JumpLink id={fieldId(id, name)}>{expectation}</JumpLink>
              </li>
            ))}
          </ul>
        )}
        {problem?.link && <TextLink to={problem.link.to}>{problem.link.words}</TextLink>}
      </Notice>
    </div>
  )
}
