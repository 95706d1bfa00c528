import { data } from 'react-router'
import { type PageProblem, problemOf } from './problem.ts'
import { withSaidNotices } from './said-notices.ts'
import { typed } from './typed.ts'

/** What a form is shown again with: the mistakes by field and everything that was typed. */
export interface FormAnswer {
  readonly errors: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string | string[]>>
  /** What concerns the whole form rather than one field. */
  readonly problem?: PageProblem
}

export interface FormOptions {
  /** Fields never sent back to the browser. Any name that says password, secret, code or token is one already. */
  readonly secrets?: readonly string[]
  /** Where an operation's input is named unlike the form's field: { 'address.line1': 'street' }. */
  readonly rename?: Readonly<Record<string, string>>
  /** What a faulty field of the form is said to expect, where the operation asks in other terms than the page. */
  readonly expect?: Readonly<Record<string, string>>
}

/**
 * Runs an action's work and returns what it returns. A mistake that the person can mend (faulty input, a refusal, a
 * conflict) becomes a FormAnswer with its status instead, so that the form shows it and nothing typed is lost.
 * Not found and unforeseen errors go on to the error page.
 */
export async function answerForm<Result>(
  form: FormData,
  work: () => Promise<Result>,
  options: FormOptions = {},
): Promise<Result | ReturnType<typeof data<FormAnswer>>> {
  try {
    return await withSaidNotices(form, work)
  } catch (thrown) {
    const problem = problemOf(thrown)
    if (!problem || problem.status === 404 || problem.status >= 500) throw thrown
    return data(formAnswer(form, problem, options), { status: problem.status })
  }
}

/** A form shown again with what was typed, though nothing is wrong: it grew by a field, for one. */
export function formAgain(form: FormData, options: FormOptions = {}): FormAnswer {
  return { errors: {}, values: typed(form, options.secrets) }
}

/** A form shown again with mistakes that the page itself found. */
export function formMistakes(form: FormData, errors: Record<string, string>, options: FormOptions = {}) {
  return data<FormAnswer>({ errors, values: typed(form, options.secrets) }, { status: 422 })
}

function formAnswer(form: FormData, problem: PageProblem, options: FormOptions): FormAnswer {
  const names = new Set([...form.keys()])
  const errors: Record<string, string> = {}
  const elsewhere: string[] = []
  for (const [path, expectation] of Object.entries(problem.fields ?? {})) {
    const field = fieldOf(options.rename?.[path] ?? path, names)
    errors[field] ??= options.expect?.[field] ?? expectation
    if (!names.has(field)) elsewhere.push(field)
  }
  const values = typed(form, options.secrets)
  const inOrder = asOnThePage(errors, [...names])
  return problem.code === 'invalid' && elsewhere.length < Object.keys(errors).length
    ? { errors: inOrder, values }
    : { errors: inOrder, values, problem }
}

/** One of several things that are written in one field ("emails.3") is faulty at that field. */
function fieldOf(path: string, names: ReadonlySet<string>): string {
  const parts = path.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const field = parts.slice(0, length).join('.')
    if (names.has(field)) return field
  }
  return path
}

/** A browser sends the fields in the order in which they stand. What is no field of the form comes last. */
function asOnThePage(errors: Record<string, string>, order: readonly string[]): Record<string, string> {
  const place = new Map(order.map((name, index) => [name, index]))
  const at = (name: string) => place.get(name) ?? order.length
  return Object.fromEntries(Object.entries(errors).toSorted(([one], [other]) => at(one) - at(other)))
}
