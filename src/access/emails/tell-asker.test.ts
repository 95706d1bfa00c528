import { afterAll, beforeAll, expect, it } from 'vitest'
import { askedServer, deposited, givenTicket } from '../../../test/support/access.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { approveLease } from '../lease/approve-lease.ts'
import { askForLease } from '../lease/ask-for-lease.ts'
import { denyLease } from '../lease/deny-lease.ts'
import { endLease } from '../lease/end-lease.ts'
import { askForAccess } from '../request/ask-for-access.ts'
import { refuseItem } from '../request/refuse-item.ts'
import { showSecretRequest } from '../request/show-request.ts'

let desk: TestDesk
let client: MemberActor
let radu: StaffActor
let targetId: string
let ticketId: string
const address = 'radu@provider.test'

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  const accountId = await givenAccount(desk, 'Brutăria Unu SRL')
  client = await givenMember(desk, { accountId, roles: ['owner'], name: 'Ioana Mureșan' })
  radu = await givenStaff(desk, { roles: ['technician'], name: 'Radu', email: address })
  await givenStaff(desk, { roles: ['technician'], email: 'alt@provider.test' })
  ticketId = await givenTicket(desk.owner, accountId, radu.staffId)
})
afterAll(() => desk.close())

/** The letters of that kind, once everything that was to be told is told. */
async function told(kind: string, to = address) {
  await desk.runJobs()
  return (await lettersTo(desk, to)).filter((letter) => letter.kind === kind)
}

async function asked(): Promise<string> {
  const { accountId } = client
  const reason = 'Verific spațiul pe disc'
  return (await desk.as(radu).call(askForLease, { accountId, targetId, ticketId, reason, minutes: 30 })).leaseId
}

it('whoever asked hears that the client handed over; nobody else of the staff does, and nothing secret is said', async () => {
  const ids = await askedServer(desk, radu, client.accountId)
  targetId = (await deposited(desk, client, ids, { password: 'S3cret-parolă' })).targetId
  const [letter, ...more] = await told('access_given')
  expect(more).toEqual([])
  expect(letter?.words.subject).toBe('Brutăria Unu SRL a depus: Server web')
  expect(letter?.words.action?.url).toBe(`http://desk.test/staff/access/requests/${ids.requestId}`)
  expect(JSON.stringify(letter)).not.toContain('S3cret')
  expect(await lettersTo(desk, 'alt@provider.test')).toEqual([])
})

it('hears that the client declined, why, and how much still waits', async () => {
  const names = ['Baza de date', 'Panoul de găzduire']
  const { requestId } = await desk.as(radu).call(askForAccess, {
    accountId: client.accountId,
    reason: 'Mutăm site-ul',
    items: names.map((name) => ({ kind: 'server' as const, name })),
  })
  const { items } = await desk.as(radu).call(showSecretRequest, { requestId })
  const itemId = items[0]?.id ?? ''
  await desk.as(client).call(refuseItem, { requestId, itemId, reason: 'Nu avem voie' })
  const [letter, ...more] = await told('access_refused')
  expect(more).toEqual([])
  expect(letter?.words.lines.join('\n')).toMatch(/„Baza de date”.*Nu avem voie.*Încă 1 lucru/s)
})

it('hears of an approval with its end, and of a denial', async () => {
  const leaseId = await asked()
  await desk.as(client).call(approveLease, { leaseId })
  const [approved] = await told('lease_approved')
  expect(approved?.words.lines.join()).toContain('Ioana Mureșan a aprobat folosirea „Server web”, până la')
  expect(approved?.words.action?.url).toBe(`http://desk.test/staff/access/leases/${leaseId}`)
  await desk.as(client).call(denyLease, { leaseId: await asked() })
  expect((await told('lease_denied'))[0]?.words.subject).toBe('Respins: Server web, Brutăria Unu SRL')
})

it('is not told what is over by then, nor once they have left', async () => {
  const before = (await told('lease_approved')).length
  const leaseId = await asked()
  await desk.as(client).call(approveLease, { leaseId })
  await desk.as(radu).call(endLease, { leaseId })
  expect(await told('lease_approved')).toHaveLength(before)
  const last = await asked()
  await desk.owner.query('update base.staff set ended_at = now() where id = $1', [radu.staffId])
  await desk.as(client).call(approveLease, { leaseId: last })
  expect(await told('lease_approved')).toHaveLength(before)
})
