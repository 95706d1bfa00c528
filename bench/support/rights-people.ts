/** People whose rights are measured: each with 300 rows, among colleagues whose number of rows grows with the database. */
import type { Pool } from 'pg'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor } from '../../src/privacy/operation/actor.ts'
import { idOf } from './tickets.ts'

export const rowsOfOne = 300
const ticketsOfOne = 100
const messagesOfTicket = 2

/**
 * Adds people who sign in, with 100 tickets and 200 messages each: to accounts that are there, by number, or each as the only one of a
 * new account. Their rows lie among one another's, as they do when people write over the years.
 */
export async function addSubjects(owner: Pool, where: readonly (number | 'alone')[]): Promise<MemberActor[]> {
  const actors = where.map((among): MemberActor => {
    const accountId = among === 'alone' ? newId() : idOf('account', among)
    const roles = among === 'alone' ? (['owner'] as const) : (['technical'] as const)
    return { kind: 'member', loginId: newId(), personId: newId(), accountId, roles, freshAt: new Date() }
  })
  const accounts = actors.map(({ accountId }) => accountId)
  const people = actors.map(({ personId }) => personId)
  await owner.query(
    `insert into base.account (id, kind, name, country, language)
     select a, 'client', 'Client', 'RO', 'ro' from unnest($1::uuid[]) a on conflict do nothing`,
    [accounts],
  )
  const logins = actors.map(({ loginId }) => loginId)
  await owner.query(
    `insert into base.login (id, name, email, email_verified)
     select l, 'Ioana Popa', p || '@client.test', true from unnest($1::uuid[], $2::uuid[]) u(l, p)`,
    [logins, people],
  )
  await owner.query(
    `insert into base.login_credential (id, login_id, subject, method, password)
     select gen_random_uuid(), l, l::text, 'credential', 'x' from unnest($1::uuid[]) l`,
    [logins],
  )
  await owner.query(
    `insert into base.person (account_id, id, login_id, name, email, language)
     select a, p, l, 'Ioana Popa', p || '@client.test', 'ro' from unnest($1::uuid[], $2::uuid[], $3::uuid[]) u(a, p, l)`,
    [accounts, people, logins],
  )
  await owner.query(
    `insert into base.member (account_id, person_id, roles, joined_at)
     select a, p, array[r], now() from unnest($1::uuid[], $2::uuid[], $3::text[]) u(a, p, r)`,
    [accounts, people, actors.map(({ roles }) => roles[0])],
  )
  await owner.query(
    `with tickets as (
       insert into base.ticket (account_id, id, opened_by, subject, status)
       select a, gen_random_uuid(), p, 'Server caz' || g, 'open'
       from generate_series(1, ${ticketsOfOne}) g, unnest($1::uuid[], $2::uuid[]) u(a, p) order by g
       returning account_id, id, opened_by)
     insert into base.message (account_id, id, ticket_id, author, body)
     select t.account_id, gen_random_uuid(), t.id, t.opened_by,
       repeat('Bună ziua, serverul nu mai merge de azi dimineață. ', 4)
     from generate_series(1, ${messagesOfTicket}) m, tickets t order by m`,
    [accounts, people],
  )
  return actors
}

/** Who answers requests. */
export async function addProvider(owner: Pool): Promise<void> {
  await owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, 'Bench', 'Strada Mare 1', 'privacy@provider.test', 'RO', 'ro', 'EUR')`,
    [newId()],
  )
}
