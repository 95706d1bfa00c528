/** Words for what a request is, how it stands and what happened to it. */
import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { Tone } from '../../ui/text/state-word.tsx'
import type { listRequests } from '../request/list-requests.ts'
import type { showRequest } from '../request/show-request.ts'

export type CaseLine = OutputOf<typeof listRequests>['cases'][number]
export type RequestView = OutputOf<typeof showRequest>
export type RequestKind = CaseLine['kind']

/** In the order in which people look for them. */
export const kinds: readonly RequestKind[] = [
  'access',
  'rectification',
  'erasure',
  'restriction',
  'objection',
  'withdrawal',
  'portability',
  'recipients',
  'automated',
]

export const kindOf = (text: string | null): RequestKind | null => kinds.find((kind) => kind === text) ?? null

export const kindWords: Readonly<Record<RequestKind, () => string>> = {
  access: () => m.rights_kind_access(),
  rectification: () => m.rights_kind_rectification(),
  erasure: () => m.rights_kind_erasure(),
  restriction: () => m.rights_kind_restriction(),
  recipients: () => m.rights_kind_recipients(),
  portability: () => m.rights_kind_portability(),
  objection: () => m.rights_kind_objection(),
  automated: () => m.rights_kind_automated(),
  withdrawal: () => m.rights_kind_withdrawal(),
}

export const routeWords: Readonly<Record<CaseLine['route'], () => string>> = {
  web: () => m.rights_request_route_web(),
  mail: () => m.rights_request_route_mail(),
  phone: () => m.rights_request_route_phone(),
  letter: () => m.rights_request_route_letter(),
}

export const identityWords: Readonly<Record<CaseLine['identity'], () => string>> = {
  asked: () => m.rights_request_identity_asked(),
  session: () => m.rights_request_identity_session(),
  code: () => m.rights_request_identity_code(),
  known_contact: () => m.rights_request_identity_known_contact(),
}

export const outcomeWords: Readonly<Record<NonNullable<CaseLine['outcome']>, () => string>> = {
  done: () => m.rights_state_done(),
  partly: () => m.rights_state_partly(),
  refused: () => m.rights_state_refused(),
  passed_on: () => m.rights_state_passed_on(),
}

export const stepWords: Readonly<Record<RequestView['steps'][number]['kind'], () => string>> = {
  received: () => m.rights_step_received(),
  identity_asked: () => m.rights_step_identity_asked(),
  identity_shown: () => m.rights_step_identity_shown(),
  extended: () => m.rights_step_extended(),
  applied: () => m.rights_step_applied(),
  passed_on: () => m.rights_step_passed_on(),
  lifting_told: () => m.rights_step_lifting_told(),
  lifted: () => m.rights_step_lifted(),
  answered: () => m.rights_step_answered(),
}

export const byWords: Readonly<Record<RequestView['steps'][number]['by'], () => string>> = {
  person: () => m.rights_by_person(),
  staff: () => m.rights_by_staff(),
  system: () => m.rights_by_system(),
}

export const answerWords: Readonly<Record<RequestView['answers'][number]['kind'], () => string>> = {
  answer: () => m.rights_answer_kind_answer(),
  partial: () => m.rights_answer_kind_partial(),
  refusal: () => m.rights_answer_kind_refusal(),
  extension: () => m.rights_answer_kind_extension(),
  lifting: () => m.rights_answer_kind_lifting(),
}

export const titleOf = ({ number, kind }: Pick<CaseLine, 'number' | 'kind'>): string =>
  m.rights_request_title({ number, what: kindWords[kind]() })

type Standing = Pick<CaseLine, 'outcome' | 'identity' | 'dueOn' | 'extendedAt'>

/** How a request stands: never by colour alone. @param today 'YYYY-MM-DD' */
export function standing(one: Standing, today: string): { tone: Tone; words: string } {
  if (one.outcome !== null) {
    return { tone: one.outcome === 'refused' ? 'danger' : 'done', words: outcomeWords[one.outcome]() }
  }
  if (one.identity === 'asked' || one.dueOn === null) return { tone: 'wait', words: m.rights_state_asked() }
  const day = civilDay(one.dueOn)
  if (one.dueOn < today) return { tone: 'danger', words: m.rights_state_late({ day }) }
  return { tone: 'live', words: one.extendedAt ? m.rights_state_extended({ day }) : m.rights_state_open({ day }) }
}

/** The day it is where deadlines are counted. */
export function todayIn(now = new Date()): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Bucharest' }).format(now)
}
