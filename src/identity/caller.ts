/** From a request to its caller: who it is, in which account, with which roles. The one place that makes actors of people. */

import { readCookie } from '../platform/http/read-cookie.ts'
import type { Actor, Caller } from '../privacy/operation/actor.ts'
import { Unauthenticated } from '../privacy/operation/errors.ts'
import type { Handles } from '../privacy/operation/handles.ts'
import { findKey } from './api-key/api-key.queries.ts'
import { cookieNames } from './sign-in/cookies.ts'
import { findSession, type SessionRow } from './sign-in/session.queries.ts'
import type { SignIn } from './sign-in/sign-in.ts'

type Language = 'ro' | 'en'

export interface Arrival {
  readonly caller: Caller
  /** As shown in the frame of the page. */
  readonly person?: { readonly name: string; readonly accountName?: string }
  /** The person's own choice of language. */
  readonly locale?: Language
  /** `Set-Cookie` lines that take from the browser what means nothing any more. */
  readonly ended?: readonly string[]
}

export interface Callers {
  /** The caller of a page, by its session cookie. `address` is the network address, for rate limits only. */
  ofPage(request: Request, address?: string): Promise<Arrival>
  /** The caller of the API: by `Authorization: Bearer`, else by the session cookie. @throws Unauthenticated for a bad key */
  ofApi(request: Request, address?: string): Promise<Arrival>
}

interface Place {
  readonly actor: Actor
  readonly person?: { readonly name: string; readonly accountName?: string }
  readonly locale?: Language
  readonly ended?: readonly string[]
}

const nobody: Place = { actor: { kind: 'visitor' } }

/** `handles` and `signIn` as the desk has them. */
export function makeCallers(handles: Handles, signIn: Pick<SignIn, 'sessionToken' | 'endedSession'>): Callers {
  const db = () => handles.of('identity')

  async function bySession(cookie: string | null): Promise<Place> {
    const token = signIn.sessionToken(cookie)
    const row = token ? await findSession(db(), token) : undefined
    if (row) return placeOf(row)
    // Ended elsewhere, run out, or gone with the account: a browser need not carry it on.
    return readCookie(cookie, cookieNames.session) === null ? nobody : { ...nobody, ended: signIn.endedSession() }
  }

  function callerOf(actor: Actor, via: 'page' | 'api', locale?: Language, address?: string): Caller {
    return { actor, via, ...(address ? { address } : {}), ...(locale ? { locale } : {}) }
  }

  return {
    async ofPage(request, address) {
      const cookie = request.headers.get('cookie')
      const place = await bySession(cookie)
      const locale = place.locale ?? chosenLanguage(cookie)
      return {
        caller: callerOf(place.actor, 'page', locale, address),
        ...(place.person ? { person: place.person } : {}),
        ...(locale ? { locale } : {}),
        ...(place.ended ? { ended: place.ended } : {}),
      }
    },
    async ofApi(request, address) {
      const authorization = request.headers.get('authorization')
      if (authorization === null) {
        const { actor } = await bySession(request.headers.get('cookie'))
        return { caller: callerOf(actor, 'api', undefined, address) }
      }
      const bearer = /^Bearer ([\w.-]{1,200})$/i.exec(authorization)?.[1]
      const actor = bearer ? await findKey(db(), bearer) : null
      if (!actor) throw new Unauthenticated('bad_key')
      return { caller: callerOf(actor, 'api', undefined, address) }
    },
  }
}

function placeOf(row: SessionRow): Place {
  const isChosen = row.account_id !== null && row.account_id === row.chosen_account_id
  if (row.staff_id && row.staff_roles && !isChosen) {
    const actor: Actor = {
      kind: 'staff',
      loginId: row.login_id,
      staffId: row.staff_id,
      roles: row.staff_roles,
      freshAt: row.fresh_at,
      secondFactor: row.second_factor,
    }
    const person = { name: row.staff_name ?? row.name }
    return { actor, person, ...(row.staff_language ? { locale: row.staff_language } : {}) }
  }
  if (row.account_id && row.person_id && row.member_roles) {
    const actor: Actor = {
      kind: 'member',
      loginId: row.login_id,
      personId: row.person_id,
      accountId: row.account_id,
      roles: row.member_roles,
      freshAt: row.fresh_at,
    }
    const person = { name: row.person_name ?? row.name, ...(row.account_name ? { accountName: row.account_name } : {}) }
    return { actor, person, ...(row.person_language ? { locale: row.person_language } : {}) }
  }
  return nobody
}

/** A visitor's own choice of language. */
function chosenLanguage(cookie: string | null): Language | undefined {
  const chosen = readCookie(cookie, cookieNames.language)
  return chosen === 'ro' || chosen === 'en' ? chosen : undefined
}
