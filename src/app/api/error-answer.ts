/** The one place that turns an error into an HTTP answer. What is not an error of the field says nothing of its inside. */
import { DeskError, faultsBeside, Invalid, NotFound, TooMany, Unavailable } from '../../privacy/operation/errors.ts'

export interface ErrorAnswer {
  readonly status: number
  readonly body: {
    readonly error: {
      readonly code: string
      readonly message: string
      readonly fields?: Readonly<Record<string, string>>
    }
  }
  readonly headers?: Readonly<Record<string, string>>
}

export function errorAnswer(error: unknown): ErrorAnswer {
  if (!(error instanceof DeskError)) {
    return { status: 500, body: { error: { code: 'internal', message: 'the server failed; nothing was written' } } }
  }
  const { code, message, status } = error
  if (error instanceof Invalid) return { status, body: { error: { code, message, fields: error.fields } } }
  if (error instanceof NotFound) return { status, body: { error: { code, message: `${error.thing} not found` } } }
  if (error instanceof TooMany) {
    return { status, body: { error: { code, message } }, headers: { 'retry-after': String(error.retryAfterSeconds) } }
  }
  if (error instanceof Unavailable)
    return { status, body: { error: { code, message } }, headers: { 'retry-after': '5' } }
  return { status, body: { error: { code, message, ...faultsBeside(error) } } }
}
