/** People for a test to act as, laid down past the operations. */
import { policy } from '../../policy/policy.ts'
import { signInWithPassword } from '../../src/identity/sign-in/sign-in-with-password.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor, MemberRole, StaffActor, StaffRole } from '../../src/privacy/operation/actor.ts'
import { purposesOfRole } from '../../src/registers/processors/processor.rules.ts'
import type { TestDesk } from './desk.ts'

type Owner = Pick<TestDesk, 'owner'>

export async function givenAccount({ owner }: Owner, name = 'Client Unu SRL'): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into base.account (id, kind, name, country, language) values ($1, 'client', $2, 'RO', 'ro')`,
    [id, name],
  )
  return id
}

/** Who runs the desk, once: answers and letters come from them. */
export async function givenProvider({ owner }: Owner): Promise<void> {
  await owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, 'Zavor SRL', 'Str. Lungă 1, Brașov', 'date@provider.test', 'RO', 'ro', 'RON')
     on conflict do nothing`,
    [newId()],
  )
}

/** A person with a place in an account: in a new one unless it is named. */
export async function givenMember(
  desk: Owner,
  given: { accountId?: string; roles?: readonly MemberRole[]; name?: string; email?: string } = {},
): Promise<MemberActor> {
  const { roles = ['owner'], name = 'Ioana Popa' } = given
  const accountId = given.accountId ?? (await givenAccount(desk))
  const personId = newId()
  const email = given.email ?? `${personId}@client.test`
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language) values ($1, $2, $3, $4, 'ro')`,
    [accountId, personId, name, email],
  )
  await desk.owner.query(
    'insert into base.member (account_id, person_id, roles, joined_at) values ($1, $2, $3, now())',
    [accountId, personId, roles],
  )
  return { kind: 'member', loginId: newId(), personId, accountId, roles, freshAt: new Date() }
}

/** One of the staff, with a second factor. */
export async function givenStaff(
  desk: Owner,
  given: { roles?: readonly StaffRole[]; name?: string; email?: string } = {},
): Promise<StaffActor> {
  const { roles = ['owner'], name = 'Radu Tehnic' } = given
  const staffId = newId()
  await desk.owner.query(
    `insert into base.staff (id, name, email, roles, language, joined_at) values ($1, $2, $3, $4, 'ro', now())`,
    [staffId, name, given.email ?? `${staffId}@provider.test`, roles],
  )
  return { kind: 'staff', loginId: newId(), staffId, roles, freshAt: new Date(), secondFactor: true }
}

/** Good enough for the rule, the same for every login that a test gives. */
export const givenPassword = 'trei lămâi pe masă'

let hashed: Promise<string> | undefined

/** A login with `givenPassword` for somebody given above; answers them with it. */
export async function givenLogin<A extends MemberActor | StaffActor>(
  desk: Pick<TestDesk, 'owner' | 'tools'>,
  actor: A,
): Promise<{ actor: A; email: string }> {
  hashed ??= desk.tools.signIn.hashPassword(givenPassword)
  const [table, id] = actor.kind === 'member' ? ['person', actor.personId] : ['staff', actor.staffId]
  const { rows } = await desk.owner.query<{ name: string; email: string }>(
    `select name, lower(email) as email from base.${table} where id = $1`,
    [id],
  )
  const { name, email } = rows[0]!
  await desk.owner.query(
    `insert into base.login (id, name, email, email_verified) values ($1, $2, $3, true)
     on conflict (lower(email)) do nothing`,
    [actor.loginId, name, email],
  )
  const found = await desk.owner.query<{ id: string }>('select id from base.login where lower(email) = $1', [email])
  const loginId = found.rows[0]!.id
  await desk.owner.query(
    `insert into base.login_credential (id, login_id, subject, method, password)
     values ($1, $2::uuid, $2::text, 'credential', $3) on conflict (login_id, method) do nothing`,
    [newId(), loginId, await hashed],
  )
  await desk.owner.query(`update base.${table} set login_id = $1 where id = $2`, [loginId, id])
  return { actor: { ...actor, loginId }, email }
}

/** A `Cookie` header of a browser in which this address has signed in with `givenPassword`. */
export async function givenSession(desk: TestDesk, email: string, userAgent?: string): Promise<string> {
  const answer = await desk
    .as({ kind: 'visitor' })
    .call(signInWithPassword, { email, password: givenPassword, keep: false, userAgent })
  if (answer.outcome !== 'signed_in') throw new Error(`sign-in of a test ended as ${answer.outcome}`)
  return cookieHeader(answer.cookies)
}

/** What a browser sends back after these `Set-Cookie` lines. */
export function cookieHeader(lines: readonly string[]): string {
  return lines
    .filter((line) => !/Max-Age=0\b/.test(line))
    .map((line) => line.split(';')[0])
    .join('; ')
}

/** A company that fills a role of the policy, enabled: from now on data may go to it. Answers its id and its ground's. */
export async function givenProcessor(
  { owner }: Owner,
  recipient = 'mail',
  given: { groundId?: string; country?: string; kind?: string } = {},
): Promise<{ processorId: string; groundId: string }> {
  const groundId = given.groundId ?? newId()
  const processorId = newId()
  const { staffId } = await givenStaff({ owner }, { roles: ['privacy'] })
  if (!given.groundId) {
    await owner.query(
      `insert into base.transfer_ground (id, kind, name, valid_on, review_on)
       values ($1, $2, 'Decizia de probă', '2020-01-01', current_date + 365)`,
      [groundId, given.kind ?? 'eea'],
    )
  }
  await owner.query(
    `insert into base.processor (id, recipient, name, country, purposes, categories, ground_id, contract_kind,
       contract_reference, contract_on, enabled_at, enabled_by)
     values ($1, $2, 'Poșta de Probă SRL', $3, $4, array['contact'], $5, 'agreement', 'DPA 1/2026', '2026-01-15', now(), $6)`,
    [processorId, recipient, given.country ?? 'RO', purposesOfRole(policy, recipient), groundId, staffId],
  )
  await owner.query(
    `insert into base.recipient_step (id, processor_id, kind, by_staff) values ($1, $2, 'enabled', $3)`,
    [newId(), processorId, staffId],
  )
  return { processorId, groundId }
}
