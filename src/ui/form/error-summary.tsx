import { use, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { keptPlaceOf } from '../../platform/http/kept-place.ts'
import { m } from '../../platform/language/words.ts'
import { Button } from '../action/button.tsx'
import { JumpLink } from '../action/jump-link.tsx'
import { TextLink } from '../action/place-link.tsx'
import { Notice } from '../text/notice.tsx'
import { type FieldLabels, labelOnPage } from './field-names.ts'
import { fieldId } from './field-state.ts'
import { useFormState } from './form-state.ts'
import { useWriter } from './kept-forms.tsx'

/** What is to be mended, with the field's name before it unless the words name it already. */
function named(expectation: string, label: string | null | undefined): string {
  if (!label || holds(expectation, label)) return expectation
  if (label.endsWith('?')) return `${label} ${expectation}`
  return m.ui_form_mistake_of({ field: label.replace(/[.:]$/, ''), expectation })
}

/** Whether it says a name as words of their own: "Ce" is not named by "acest". */
function holds(text: string, name: string): boolean {
  const words = (of: string) =>
    ` ${of
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  return words(text).includes(words(name))
}

/** The faulty fields as a browser finds them on the page, in the order in which they stand there. */
function onPage(form: string, faulty: readonly string[]): FieldLabels {
  const places = new Map(faulty.map((name) => [name, document.getElementById(fieldId(form, name))]))
  const standing = faulty
    .filter((name) => places.get(name))
    .toSorted((one, other) => inOrder(places.get(one)!, places.get(other)!))
  return Object.fromEntries(standing.map((name) => [name, labelOnPage(fieldId(form, name))]))
}

function inOrder(one: HTMLElement, other: HTMLElement): number {
  return one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
}

/** What stands on the page first, then the rest. */
function asNamed(errors: Readonly<Record<string, string>>, labels: FieldLabels): [string, string][] {
  const standing = Object.keys(labels).filter((name) => errors[name] !== undefined)
  const rest = Object.keys(errors).filter((name) => !(name in labels))
  return [...standing, ...rest].map((name) => [name, errors[name]!])
}

/** Where the problem can be solved. To sign in, everything that was typed goes along and comes back. */
function WayOut({ link }: { link: { readonly to: string; readonly words: string } }) {
  const kept = useWriter() === '' ? null : keptPlaceOf(link.to)
  if (!kept) return <TextLink to={link.to}>{link.words}</TextLink>
  return (
    <Button look="quiet" formAction={kept} className="mt-2">
      {link.words}
    </Button>
  )
}

/** Of a list that is longer than the window its beginning is what is read first. */
function showFirst(box: HTMLElement): void {
  const isLong = box.offsetHeight > window.innerHeight / 2
  box.focus({ preventScroll: isLong })
  if (isLong) box.scrollIntoView({ block: 'start' })
}

/**
 * At the top of a form that was sent back: what is wrong, each with the name of its field and a link to it, in the order
 * of the page. Takes the focus. A server renders it once the fields below have said what they are called; a browser
 * reads that from the page.
 */
export function ErrorSummary() {
  const { id, answer, names } = useFormState()
  const box = useRef<HTMLDivElement>(null)
  const problem = answer?.problem
  const faulty = Object.keys(answer?.errors ?? {})
  const shown = faulty.length > 0 || problem !== undefined
  const gathered = names && faulty.length > 0 ? use(names.all) : null
  const [labels, setLabels] = useState(() => gathered ?? onPage(id, faulty))
  useLayoutEffect(() => setLabels(onPage(id, Object.keys(answer?.errors ?? {}))), [answer, id])
  useEffect(() => {
    if (answer && shown && box.current) showFirst(box.current)
  }, [answer, shown])
  if (!shown) return null
  return (
    <div ref={box} tabIndex={-1} className="scroll-mt-20 rounded-md">
      <Notice
        tone="danger"
        announce
        title={faulty.length > 0 ? m.ui_form_mistakes({ count: faulty.length }) : problem?.words}
      >
        {problem && problem.code !== 'invalid' && faulty.length > 0 && <p>{problem.words}</p>}
        {faulty.length > 0 && (
          <ul className="mt-1 grid gap-1">
            {asNamed(answer?.errors ?? {}, labels).map(([name, expectation]) => (
              <li key={name}>
                {/* What is in the way of the whole form has no place to lead to. */}
                {name in labels ? (
                  <JumpLink id={fieldId(id, name)}>{named(expectation, labels[name])}</JumpLink>
                ) : (
                  expectation
                )}
              </li>
            ))}
          </ul>
        )}
        {problem?.link && <WayOut link={problem.link} />}
      </Notice>
    </div>
  )
}
