import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { m } from '../../platform/language/words.ts'
import { JumpLink } from '../action/jump-link.tsx'
import { TextLink } from '../action/place-link.tsx'
import { Notice } from '../text/notice.tsx'
import { fieldId } from './field-state.ts'
import { useFormState } from './form-state.ts'

/** The words that stand over a field, without what is said beside them. Null where the page has no such field. */
function labelOf(id: string): string | null {
  const place = document.getElementById(id)
  const label = place instanceof HTMLFieldSetElement ? document.getElementById(`${id}-label`) : null
  const words = label ?? (place as HTMLInputElement | null)?.labels?.[0]
  return words?.firstChild?.textContent?.trim() || null
}

/** What is to be mended, with the field's name before it unless the words name it already. */
function named(expectation: string, label: string | null | undefined): string {
  if (!label || expectation.toLowerCase().includes(label.toLowerCase())) return expectation
  return m.ui_form_mistake_of({ field: label, expectation })
}

/**
 * At the top of a form that was sent back: what is wrong, each with the name of its field and a link to it. Takes the
 * focus. The names are read from the labels of the page: without script each link leads to its field all the same.
 */
export function ErrorSummary() {
  const { id, answer } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const problem = answer?.problem
  const errors = Object.entries(answer?.errors ?? {})
  const shown = errors.length > 0 || problem !== undefined
  const [labels, setLabels] = useState<Readonly<Record<string, string | null>>>({})
  useLayoutEffect(() => {
    setLabels(Object.fromEntries(Object.keys(answer?.errors ?? {}).map((name) => [name, labelOf(fieldId(id, name))])))
  }, [answer, id])
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
        {problem && problem.code !== 'invalid' && errors.length > 0 && <p>{problem.words}</p>}
        {errors.length > 0 && (
          <ul className="mt-1 grid gap-1">
            {errors.map(([name, expectation]) => (
              <li key={name}>
                <JumpLink id={fieldId(id, name)}>{named(expectation, labels[name])}</JumpLink>
              </li>
            ))}
          </ul>
        )}
        {problem?.link && <TextLink to={problem.link.to}>{problem.link.words}</TextLink>}
      </Notice>
    </div>
  )
}
