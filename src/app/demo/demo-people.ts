/** Who is in the demonstration. Laid down by the owner of the database, as the set-up and the invitations would. */
import type { Pool, PoolClient } from 'pg'
import { ageStatementVersion, termsVersion } from '../../identity/account/terms.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, MemberRole, StaffActor, StaffRole } from '../../privacy/operation/actor.ts'

export const ownerOfDemo = { name: 'Andreea Dumitrescu', email: 'owner@provider.test' }

const staff = [
  { name: 'Radu Ionescu', email: 'tehnic@provider.test', roles: ['technician'] },
  { name: 'Carmen Stoica', email: 'privacy@provider.test', roles: ['privacy'] },
  { name: 'Simona Vasilescu', email: 'vanzari@provider.test', roles: ['sales'] },
  { name: 'Bogdan Neagu', email: 'facturi@provider.test', roles: ['billing'] },
] as const

const clients = [
  {
    company: 'Brutăria Unu SRL',
    address: 'Str. Morii 12',
    city: 'Cluj-Napoca',
    postal: '400001',
    person: 'Ioana Mureșan',
    email: 'ioana@client-one.test',
    phone: '+40 745 000 111',
    language: 'ro',
  },
  {
    company: 'Client Two Ltd',
    address: 'Str. Lungă 8',
    city: 'Brașov',
    postal: '500001',
    person: 'Mihai Petrescu',
    email: 'mihai@client-two.test',
    phone: '+40 745 000 222',
    language: 'en',
  },
] as const

export const demoEmails = [ownerOfDemo.email, ...staff.map(({ email }) => email), ...clients.map(({ email }) => email)]

export interface DemoPeople {
  readonly owner: StaffActor
  readonly technician: StaffActor
  readonly one: MemberActor
  readonly two: MemberActor
}

export async function layDownPeople(owner: Pool, hash: string): Promise<DemoPeople> {
  const first = await findStaff(owner, ownerOfDemo.email)
  if (!first) throw new Error('the demonstration has no owner')
  const [technician] = await Promise.all(staff.map((one) => addStaff(owner, one, hash)))
  const [one, two] = await Promise.all(clients.map((client) => addClient(owner, client, hash)))
  return {
    owner: staffActor(first.id, first.login_id, ['owner', 'technician', 'privacy']),
    technician: technician as StaffActor,
    one: one as MemberActor,
    two: two as MemberActor,
  }
}

/** One of them with their login, or neither; whoever is there already is left as they are. */
async function unlessThere<Found>(
  owner: Pool,
  find: () => Promise<Found | undefined>,
  add: (client: PoolClient) => Promise<void>,
): Promise<Found> {
  const there = await find()
  if (there) return there
  const client = await owner.connect()
  try {
    await client.query('begin')
    await add(client)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
  return (await find())!
}

async function addLogin(owner: PoolClient, name: string, email: string, hash: string): Promise<string> {
  const loginId = newId()
  await owner.query('insert into base.login (id, name, email, email_verified) values ($1, $2, $3, true)', [
    loginId,
    name,
    email,
  ])
  await owner.query(
    "insert into base.login_credential (id, login_id, subject, method, password) values ($1, $2, $3, 'credential', $4)",
    [newId(), loginId, loginId, hash],
  )
  return loginId
}

async function findStaff(owner: Pool, email: string) {
  const { rows } = await owner.query<{ id: string; login_id: string }>(
    'select id, login_id from base.staff where email = $1',
    [email],
  )
  return rows[0]
}

async function addStaff(owner: Pool, one: (typeof staff)[number], hash: string): Promise<StaffActor> {
  const { id, login_id } = await unlessThere(
    owner,
    () => findStaff(owner, one.email),
    async (client) => {
      const loginId = await addLogin(client, one.name, one.email, hash)
      await client.query(
        "insert into base.staff (id, login_id, name, email, roles, language, joined_at) values ($1, $2, $3, $4, $5, 'ro', now())",
        [newId(), loginId, one.name, one.email, one.roles],
      )
    },
  )
  return staffActor(id, login_id, one.roles)
}

interface FoundClient {
  readonly account_id: string
  readonly id: string
  readonly login_id: string
}

async function addClient(owner: Pool, client: (typeof clients)[number], hash: string): Promise<MemberActor> {
  const { account_id, id, login_id } = await unlessThere(
    owner,
    async () =>
      (
        await owner.query<FoundClient>('select account_id, id, login_id from base.person where email = $1', [
          client.email,
        ])
      ).rows[0],
    (trx) => insertClient(trx, client, hash),
  )
  const roles = ['owner'] satisfies MemberRole[]
  return { kind: 'member', loginId: login_id, personId: id, accountId: account_id, roles, freshAt: new Date() }
}

async function insertClient(owner: PoolClient, client: (typeof clients)[number], hash: string): Promise<void> {
  const loginId = await addLogin(owner, client.person, client.email, hash)
  const [accountId, personId] = [newId(), newId()]
  const { company, address, city, postal, phone, language } = client
  await owner.query(
    `insert into base.account (id, kind, name, address, city, postal_code, country, phone, language)
     values ($1, 'client', $2, $3, $4, $5, 'RO', $6, $7)`,
    [accountId, company, address, city, postal, phone, language],
  )
  await owner.query(
    `insert into base.person (account_id, id, login_id, name, email, phone, language, age_statement_version, age_stated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [accountId, personId, loginId, client.person, client.email, phone, language, ageStatementVersion],
  )
  await owner.query(
    'insert into base.terms_acceptance (account_id, id, person_id, version, language) values ($1, $2, $3, $4, $5)',
    [accountId, newId(), personId, termsVersion, language],
  )
  await owner.query(
    "insert into base.member (account_id, person_id, roles, joined_at) values ($1, $2, array['owner'], now())",
    [accountId, personId],
  )
}

function staffActor(staffId: string, loginId: string, roles: readonly StaffRole[]): StaffActor {
  return { kind: 'staff', staffId, loginId, roles, freshAt: new Date(), secondFactor: true }
}
