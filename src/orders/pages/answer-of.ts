import type { FormAnswer } from '../../platform/http/form-answer.ts'

/** The answer to one of a page's forms; undefined when another one was sent. */
export function answerOf(answer: FormAnswer | undefined, formId: string): FormAnswer | undefined {
  return answer?.values.formId === formId ? answer : undefined
}
