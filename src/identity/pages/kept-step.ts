import { data, redirect, redirectDocument } from 'react-router'
import { answerForm, type FormAnswer } from '../../platform/http/form-answer.ts'
import { keepForm, packKept, unpackKept } from '../../platform/http/kept-form.ts'
import { isDeskPlace, keptField, writerField } from '../../platform/http/kept-place.ts'
import type { Visit } from '../../platform/http/visit.ts'
import { isSameHuman } from '../../platform/http/writer.ts'
import { m } from '../../platform/language/words.ts'
import type { confirmAgain } from '../sign-in/confirm-again.ts'
import type { signInWithCode } from '../sign-in/sign-in-with-code.ts'
import type { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import { codeExpected, wrongCode } from './code-field.tsx'
import { returnPath } from './return-path.ts'
import { browserFacts, field, isFirstStepOver, type StepOutcome, stepProblem, withCookies } from './sign-in-request.ts'
import { type Stray, strayOf } from './stray-form.ts'

/**
 * `app` and `recovery`: the second step by either code. `back`: signed in, and the form can be shown again. `elsewhere`: it was
 * opened in another place of this login.
 */
export type KeptStep = 'password' | 'app' | 'recovery' | 'again' | 'back' | 'elsewhere'

interface Carried {
  /** The form's own page. */
  readonly to: string
  /** What was typed, packed. */
  readonly kept: string
  readonly keep: boolean
}

export interface KeptPage extends Carried {
  readonly step: KeptStep
  readonly answer?: FormAnswer
  readonly stray?: Stray
}

/**
 * One step of signing in with what was typed in the hand. A form that was refused comes first, as it was sent; then the page's
 * own forms, which carry it along.
 */
export async function keptStep(here: Visit, request: Request) {
  const { searchParams } = new URL(request.url)
  const to = returnPath(searchParams.get('to'))
  const form = await request.formData()
  const kept = unpackKept(form.get(keptField)) ?? keepForm(form)
  const wrote = kept?.writer ?? field(form, writerField)
  if (to && isDeskPlace(to) && here.writer && wrote && wrote !== here.writer) {
    if (!isSameHuman(wrote, here.writer)) throw redirectDocument(anothersPlace(to))
    const known = await strayOf(here, request, { to, wrote, kept })
    return stray({ to, kept: kept ? packKept(kept) : '', keep: false, step: 'elsewhere', stray: known })
  }
  if (!to || !isDeskPlace(to) || !kept) {
    throw redirect(to ? `/sign-in?${new URLSearchParams({ to })}` : '/sign-in')
  }
  const carried = { to, kept: packKept(kept), keep: form.get('keep') === 'on' && form.has(keptField) }
  const step = form.has(keptField) ? field(form, 'step') : ''
  const isSignedIn = here.actor.kind === 'member' || here.actor.kind === 'staff'
  if (step === 'again' || (step === '' && isSignedIn && searchParams.has('again'))) {
    return step === '' ? page(carried, 'again') : again(here, request, form, carried)
  }
  if (isSignedIn) return page(carried, 'back')
  const other = field(form, 'other')
  if (other === 'app' || other === 'recovery') return page(carried, other)
  if (step === 'password') return password(here, request, form, carried)
  if (step === 'app' || step === 'recovery') return code(here, request, form, carried, step)
  return page(carried, 'password')
}

async function password({ call }: Visit, request: Request, form: FormData, carried: Carried) {
  const given = { email: field(form, 'email'), password: field(form, 'password'), keep: carried.keep }
  const tried = await answerForm(form, async () =>
    outcome(await call<typeof signInWithPassword>('sign_in.password', { ...given, ...browserFacts(request) })),
  )
  return next(carried, 'password', tried, m.identity_sign_in_wrong(), {
    email: given.email,
    ...(given.keep ? { keep: 'on' } : {}),
  })
}

async function code({ call }: Visit, request: Request, form: FormData, carried: Carried, kind: 'app' | 'recovery') {
  const given = { code: field(form, 'code'), kind, keep: carried.keep, ...browserFacts(request) }
  const tried = await answerForm(form, async () => outcome(await call<typeof signInWithCode>('sign_in.code', given)), {
    expect: { code: codeExpected(kind) },
  })
  // The first step has run out: it is taken anew, and nothing that was typed is lost by that.
  if ('outcome' in tried && isFirstStepOver(tried))
    return next(carried, 'password', tried, m.identity_done_expired(), {})
  return next(carried, kind, tried, wrongCode(kind), {})
}

async function again({ call }: Visit, request: Request, form: FormData, carried: Carried) {
  const given = { password: field(form, 'password'), cookie: browserFacts(request).cookie }
  const tried = await answerForm(form, () => call<typeof confirmAgain>('sign_in.again', given))
  if (!('outcome' in tried))
    return data({ ...carried, step: 'again', answer: tried.data } satisfies KeptPage, tried.init ?? {})
  if (tried.outcome === 'confirmed') return page(carried, 'back')
  const answer = { errors: { password: m.identity_password_wrong() }, values: {} }
  return data({ ...carried, step: 'again', answer } satisfies KeptPage, { status: 422 })
}

type Tried = StepOutcome | ReturnType<typeof data<FormAnswer>>
const outcome = (answer: StepOutcome): StepOutcome => answer

function next(carried: Carried, step: KeptStep, tried: Tried, words: string, values: FormAnswer['values']) {
  if (!('outcome' in tried)) {
    const answer = { ...tried.data, values: { ...values } }
    return data({ ...carried, step, answer } satisfies KeptPage, tried.init ?? {})
  }
  const headers = withCookies(tried.cookies)
  if (tried.outcome === 'signed_in') return page(carried, 'back', headers)
  if (tried.outcome === 'second_factor') return page(carried, 'app', headers)
  const answer: FormAnswer = { errors: {}, values, problem: stepProblem(tried, words) }
  return data({ ...carried, step, answer } satisfies KeptPage, { status: 401, headers })
}

/** Where it is said that a form is another human's: a new document, in which nothing of theirs is left. */
function anothersPlace(to: string): string {
  return `/sign-in/kept?${new URLSearchParams({ of: 'another', to })}`
}

/** Nothing was done, and 409 says so to whoever does not read the page. */
function stray(page: KeptPage) {
  return data<KeptPage>(page, { status: 409 })
}

function page(carried: Carried, step: KeptStep, headers = new Headers()) {
  return data<KeptPage>({ ...carried, step }, { headers })
}
