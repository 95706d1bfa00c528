/** Who asks in a benchmark of the desk: a technician and a member, each with an API key and with a session. */
import type { Pool } from 'pg'
import type { Desk } from '../../src/app/desk.ts'
import { createApiKey } from '../../src/identity/api-key/create-api-key.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import type { BenchDatabase } from './database.ts'

const password = 'benchmark-parola-9431'

type Headers = Readonly<Record<string, string>>

export interface Askers {
  readonly staffKey: Headers
  readonly staffCookie: Headers
  readonly memberKey: Headers
  readonly memberCookie: Headers
}

/** `accountId` and `personId` are the member's. */
export async function askers({ owner, desk }: BenchDatabase, accountId: string, personId: string): Promise<Askers> {
  await owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, 'Bench', 'Strada Mare 1', 'privacy@provider.test', 'RO', 'ro', 'EUR')`,
    [newId()],
  )
  const product = await desk()
  try {
    const [technician, member] = [
      await addTechnician(product, owner),
      await addMember(product, owner, accountId, personId),
    ]
    return {
      staffKey: await keyOf(product, technician.actor),
      staffCookie: technician.cookie,
      memberKey: await keyOf(product, member.actor),
      memberCookie: member.cookie,
    }
  } finally {
    await product.close()
  }
}

async function addTechnician(desk: Desk, owner: Pool): Promise<{ actor: StaffActor; cookie: Headers }> {
  const email = 'tehnic@provider.test'
  const loginId = await addLogin(desk, owner, email)
  const staffId = newId()
  await owner.query(
    `insert into base.staff (id, login_id, name, email, roles, language, joined_at)
     values ($1, $2, 'Radu Tehnic', $3, '{technician}', 'ro', now())`,
    [staffId, loginId, email],
  )
  const cookie = await cookieOf(desk, email)
  // Enrolled after signing in, so that no code is asked for.
  await owner.query('update base.login set two_factor_enabled = true where id = $1', [loginId])
  const freshAt = new Date()
  return { actor: { kind: 'staff', loginId, staffId, roles: ['technician'], freshAt, secondFactor: true }, cookie }
}

async function addMember(
  desk: Desk,
  owner: Pool,
  accountId: string,
  personId: string,
): Promise<{ actor: MemberActor; cookie: Headers }> {
  const email = 'membru@client.test'
  const loginId = await addLogin(desk, owner, email)
  await owner.query('update base.person set login_id = $3 where account_id = $1 and id = $2', [
    accountId,
    personId,
    loginId,
  ])
  await owner.query(
    `insert into base.member (account_id, person_id, roles, joined_at) values ($1, $2, '{owner}', now())`,
    [accountId, personId],
  )
  const actor: MemberActor = { kind: 'member', loginId, personId, accountId, roles: ['owner'], freshAt: new Date() }
  return { actor, cookie: await cookieOf(desk, email) }
}

async function addLogin(desk: Desk, owner: Pool, email: string): Promise<string> {
  const id = newId()
  await owner.query(`insert into base.login (id, name, email, email_verified) values ($1, $2, $2, true)`, [id, email])
  await owner.query(
    `insert into base.login_credential (id, login_id, subject, method, password) values ($1, $2, $3, 'credential', $4)`,
    [newId(), id, id, await desk.tools.signIn.hashPassword(password)],
  )
  return id
}

async function cookieOf(desk: Desk, email: string): Promise<Headers> {
  const { cookies } = await desk.tools.signIn.withPassword({ email, password, keep: false })
  return { cookie: cookies.map((line) => line.split(';')[0]).join('; '), 'accept-language': 'ro' }
}

async function keyOf(desk: Desk, actor: StaffActor | MemberActor): Promise<Headers> {
  const { key } = await desk.call({ actor, via: 'page' }, createApiKey, { name: 'bench', days: 30 })
  return { authorization: `Bearer ${key}` }
}
