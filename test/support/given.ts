/** People for a test to act as, laid down past the operations. */
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor, MemberRole, StaffActor, StaffRole } from '../../src/privacy/operation/actor.ts'
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
