/** Who works on the desk while it is killed: clients and one of the staff, each with an API key. */
import type { Pool } from 'pg'
import { memberPrefix, staffPrefix } from '../../../src/identity/api-key/api-key.queries.ts'
import { newAccountToken, newToken } from '../../../src/identity/token.ts'
import { newId } from '../../../src/platform/database/id.ts'
import { givenMember, givenProcessor, givenStaff } from '../../support/given.ts'

export interface Client {
  readonly accountId: string
  readonly personId: string
  readonly key: string
}

export interface People {
  readonly clients: readonly Client[]
  readonly staffKey: string
}

export async function layDownPeople(owner: Pool, count: number): Promise<People> {
  await owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, 'Server la Timp SRL', 'Bd. Eroilor 3', 'date@provider.test', 'RO', 'ro', 'RON')`,
    [newId()],
  )
  await givenProcessor({ owner })
  const clients: Client[] = []
  for (let at = 0; at < count; at++) clients.push(await layDownClient(owner))
  return { clients, staffKey: await layDownStaff(owner) }
}

async function layDownClient(owner: Pool): Promise<Client> {
  const { accountId, personId, loginId } = await givenMember({ owner })
  await addLogin(owner, loginId, `${personId}@client.test`)
  await owner.query('update base.person set login_id = $2 where id = $1', [personId, loginId])
  const { token, hash } = newAccountToken(accountId)
  await owner.query(
    `insert into base.api_key (account_id, id, person_id, name, ending, key_hash) values ($1, $2, $3, 'load', '0000', $4)`,
    [accountId, newId(), personId, hash],
  )
  return { accountId, personId, key: memberPrefix + token }
}

async function layDownStaff(owner: Pool): Promise<string> {
  const { staffId, loginId } = await givenStaff({ owner }, { roles: ['technician'] })
  await addLogin(owner, loginId, `${staffId}@provider.test`)
  await owner.query('update base.staff set login_id = $2 where id = $1', [staffId, loginId])
  const { token, hash } = newToken()
  await owner.query(
    `insert into base.staff_api_key (id, staff_id, name, ending, key_hash) values ($1, $2, 'load', '0000', $3)`,
    [newId(), staffId, hash],
  )
  return staffPrefix + token
}

function addLogin(owner: Pool, id: string, email: string) {
  return owner.query(
    `insert into base.login (id, name, email, email_verified, two_factor_enabled) values ($1, 'Load', $2, true, true)`,
    [id, email],
  )
}
