/** Errors of the field. `code` is stable: it is what the API answers and what words are chosen by. */

export abstract class DeskError extends Error {
  abstract readonly code: string
  abstract readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503
}

/**
 * Thrown by a write that found nothing to do about anybody: its transaction is undone, the caller gets the answer, and the
 * access log no entry, which would say that somebody unknown did something at that moment.
 */
export class NothingHappened extends Error {
  readonly answer: unknown
  constructor(answer: unknown) {
    super('nothing happened')
    this.answer = answer
  }
}

/** Not found and not yours are the same answer. */
export class NotFound extends DeskError {
  readonly code = 'not_found'
  readonly status = 404
  readonly thing: string
  constructor(thing: string) {
    super(`${thing} not found`)
    this.thing = thing
  }
}

/** Nobody is signed in, and somebody must be; or the key that was given is not good. */
export class Unauthenticated extends DeskError {
  readonly code: 'sign_in_first' | 'bad_key'
  readonly status = 401
  constructor(code: 'sign_in_first' | 'bad_key' = 'sign_in_first') {
    super(code === 'bad_key' ? 'the key is wrong, has ended or is past its day' : 'sign in first')
    this.code = code
  }
}

/** Known caller, forbidden act. `code` says why: 'role', 'fresh_sign_in', 'second_factor', or a rule's own. */
export class Refused extends DeskError {
  readonly code: string
  readonly status = 403
  constructor(code: string, words?: string) {
    super(words ?? `refused: ${code}`)
    this.code = code
  }
}

/** The state of things does not allow it now. `fields`: what is faulty in the input besides. */
export class Conflict extends DeskError {
  readonly code: string
  readonly status = 409
  readonly fields: Readonly<Record<string, string>>
  constructor(code: string, words?: string, fields: Readonly<Record<string, string>> = {}) {
    super(words ?? `conflict: ${code}`)
    this.code = code
    this.fields = fields
  }
}

/** For an answer: what a conflict says is faulty besides; nothing of what is none or says nothing. */
export function faultsBeside(error: DeskError): { fields?: Readonly<Record<string, string>> } {
  return error instanceof Conflict && Object.keys(error.fields).length > 0 ? { fields: error.fields } : {}
}

/** Bad input: each field with what was expected. Nothing was written. */
export class Invalid extends DeskError {
  readonly code = 'invalid'
  readonly status = 422
  readonly fields: Readonly<Record<string, string>>
  constructor(fields: Readonly<Record<string, string>>) {
    super(`invalid: ${Object.keys(fields).join(', ')}`)
    this.fields = fields
  }
}

export class TooMany extends DeskError {
  readonly code = 'too_many'
  readonly status = 429
  readonly retryAfterSeconds: number
  constructor(retryAfterSeconds: number) {
    super('too many requests')
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** A part that the answer needs does not respond. */
export class Unavailable extends DeskError {
  readonly code = 'unavailable'
  readonly status = 503
  readonly part: string
  constructor(part: string) {
    super(`${part} does not respond`)
    this.part = part
  }
}

export function refuseUnless(allowed: boolean, code = 'not_allowed'): asserts allowed {
  if (!allowed) throw new Refused(code)
}
