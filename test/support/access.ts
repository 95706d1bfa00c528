/** The two browsers of a secret, and what lies between them: for tests of access. */
import type { Pool } from 'pg'
import { giveDeposit } from '../../src/access/deposit/give-deposit.ts'
import { prepareDeposit } from '../../src/access/deposit/prepare-deposit.ts'
import { approveLease } from '../../src/access/lease/approve-lease.ts'
import { askForLease } from '../../src/access/lease/ask-for-lease.ts'
import { revealSecret } from '../../src/access/lease/reveal-secret.ts'
import { askForAccess } from '../../src/access/request/ask-for-access.ts'
import { showSecretRequest } from '../../src/access/request/show-request.ts'
import type { Secret } from '../../src/access/sealed/deposit-kinds.ts'
import { sealForBroker } from '../../src/access/sealed/seal-for-broker.ts'
import { oneTimeKey } from '../../src/access/sealed/seal-for-technician.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import type { TestDesk } from './desk.ts'

/** A ticket of the client, as access must be for some work. */
export async function givenTicket(owner: Pool, accountId: string, staffId: string): Promise<string> {
  const id = newId()
  await owner.query(
    `insert into base.ticket (account_id, id, subject, status, opened_by_staff) values ($1, $2, 'Serverul nu răspunde', 'open', $3)`,
    [accountId, id, staffId],
  )
  return id
}

export const serverFacts = { kind: 'server', host: 'web1.client.test', port: 22, username: 'root' } as const

/** Asks for one server login and answers its ids. */
export async function askedServer(desk: TestDesk, technician: StaffActor, accountId: string, views?: number) {
  const { requestId } = await desk.as(technician).call(askForAccess, {
    accountId,
    reason: 'Mutăm site-ul',
    items: [{ kind: 'server', name: 'Server web', ...(views ? { views } : {}) }],
  })
  const request = await desk.as(technician).call(showSecretRequest, { requestId })
  return { requestId, itemId: request.items[0]!.id }
}

/** What the client's browser does: asks what to seal to, seals, and sends the ciphertext. */
export async function deposited(
  desk: TestDesk,
  member: MemberActor,
  ids: { requestId: string; itemId: string },
  secret: Secret = { password: 'S3cret-parolă' },
) {
  const { brokerKey, place } = await desk.as(member).call(prepareDeposit, ids)
  const sealed = await sealForBroker(brokerKey, place, secret)
  const { depositId, version } = place
  const given = await desk.as(member).call(giveDeposit, { ...ids, depositId, version, facts: serverFacts, sealed })
  return { ...given, sealed, place }
}

/** Asks for a lease and has it approved by the client. */
export async function approvedLease(
  desk: TestDesk,
  technician: StaffActor,
  member: MemberActor,
  lease: { targetId: string; ticketId: string; uses?: number; minutes?: number },
): Promise<string> {
  const { leaseId } = await desk.as(technician).call(askForLease, {
    accountId: member.accountId,
    reason: 'Verific spațiul pe disc',
    minutes: 30,
    ...lease,
  })
  await desk.as(member).call(approveLease, { leaseId })
  return leaseId
}

/** What the technician's browser does: a key for this once, and the secret opened in it. */
export async function revealed(desk: TestDesk, technician: StaffActor, leaseId: string): Promise<Secret> {
  const key = await oneTimeKey()
  const { sealed, place } = await desk.as(technician).call(revealSecret, { leaseId, publicKey: key.publicKey })
  return key.open(place, sealed)
}
