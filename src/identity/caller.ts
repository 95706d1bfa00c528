/** From a request to its caller: who it is, in which account, with which roles. The one place that makes actors of people. */

import type { Actor, Caller } from '../privacy/operation/actor.ts'
import type { Handles } from '../privacy/operation/handles.ts'
import { findKey } from './api-key/api-key.queries.ts'
import { findSession, type SessionRow } from './sign-in/session.queries.ts'
import type { SignIn } from './sign-in/sign-in.ts'

export interface Arrival {
  readonly caller: Caller
  /** As shown in the frame of the page. */
  readonly person?: { readonly name: string }
  /** The person's own choice of language. */
  readonly locale?: 'ro' | 'en'
}

export interface Callers {
  /** The caller of a page, by its session cookie. `address` is the network address, for rate limits only. */
  ofPage(request: Request, address?: string): Promise<Arrival>
  /** The caller of the API: by `Authorization: Bearer`, else by the session cookie. A bad key is a visitor. */
  ofApi(request: Request, address?: string): Promise<Arrival>
}

/** `handles` and `signIn` as the desk has them. */
export function makeCallers(handles: Handles, signIn: Pick<SignIn, 'sessionToken'>): Callers {
  async function bySession(request: Request): Promise<{ actor: Actor; name?: string; locale?: 'ro' | 'en' }> {
    const token = signIn.sessionToken(request.headers.get('cookie'))
    const row = token ? await findSession(handles.of('identity'), token) : undefined
    return row ? placeOf(row) : { actor: { kind: 'visitor' } }
  }

  async function arrival(request: Request, via: 'page' | 'api', address?: string): Promise<Arrival> {
    const { actor, name, locale } = await bySession(request)
    return {
      caller: { actor, via, ...(address ? { address } : {}), ...(locale ? { locale } : {}) },
      ...(name === undefined ? {} : { person: { name } }),
      ...(locale ? { locale } : {}),
    }
  }

  return {
    ofPage: (request, address) => arrival(request, 'page', address),
    async ofApi(request, address) {
      const bearer = /^Bearer ([\w.-]{1,200})$/i.exec(request.headers.get('authorization') ?? '')?.[1]
      if (bearer === undefined) return arrival(request, 'api', address)
      const actor = await findKey(handles.of('identity'), bearer)
      return { caller: { actor: actor ?? { kind: 'visitor' }, via: 'api', ...(address ? { address } : {}) } }
    },
  }
}

function placeOf(row: SessionRow): { actor: Actor; name?: string; locale?: 'ro' | 'en' } {
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
    return { actor, name: row.staff_name ?? row.name, ...(row.staff_language ? { locale: row.staff_language } : {}) }
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
    return { actor, name: row.person_name ?? row.name, ...(row.person_language ? { locale: row.person_language } : {}) }
  }
  return { actor: { kind: 'visitor' } }
}
