/** Erasure, retention and the one-time link of an answer at the same moment, in either order: each does its part, once. */
import { expect, it } from 'vitest'
import { givenLogin, givenMember } from '../../../test/support/given.ts'
import { leftAfterScrub } from '../../../test/support/residue.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { verifyChain } from '../../privacy/audit/verify.ts'
import { DeskError } from '../../privacy/operation/errors.ts'
import { rowsLeft } from '../../privacy/residue/rows-left.ts'
import { endRetentionBatch } from '../../privacy/retention/end-batch.ts'
import { sweepRetention } from '../../privacy/retention/sweep-retention.ts'
import { takeCopyByPass } from '../answer/take-copy.ts'
import { askRequest } from '../request/ask-request.ts'
import { enterRequest } from '../request/link-request.ts'
import { endAccount } from './end-account.ts'
import { endPerson } from './end-person.ts'

const { desk, privacy } = await privacyDesk()

const { as, visitor, rows, lastCode } = rightsDesk(() => ({ desk, privacy, at: new Date() }))
const yes = { understood: 'yes' } as const
const system = { kind: 'system', job: 'test' } as const
const many = <T>(count: number, make: (at: number) => Promise<T>) => Array.from({ length: count }, (_, at) => make(at))

/** Somebody with as many tickets past their period, and as many that are open. */
async function oldClient(tickets: number) {
  const needle = `Vechi${newId().replaceAll(/\W/g, '').slice(-8)}`
  const owner = await givenMember(desk, { name: `Ana ${needle}` })
  const place = { accountId: owner.accountId, roles: ['technical'], name: `Dan ${needle}` } as const
  const email = `${needle.toLowerCase()}@client.test`
  const { actor: member } = await givenLogin(desk, await givenMember(desk, { ...place, email }))
  await desk.owner.query(
    `with t as (
       insert into base.ticket (account_id, id, opened_by, subject, status, closed_at)
       select $1, gen_random_uuid(), case when n % 2 = 0 then $2::uuid else $3::uuid end, $5,
         case when n % 3 = 0 then 'open' else 'closed' end, case when n % 3 = 0 then null else now() - interval '4 years' end
       from generate_series(1, $4::int) n returning account_id, id)
     insert into base.message (account_id, id, ticket_id, author, body)
       select account_id, gen_random_uuid(), id, $3, $5 from t`,
    [owner.accountId, owner.personId, member.personId, tickets, `Serverul lui ${needle}`],
  )
  return { owner, member, needle, email }
}

/** Whatever came of it, a caller was told in words. */
async function settled(calls: readonly Promise<unknown>[]): Promise<number> {
  const all = await Promise.allSettled(calls)
  for (const one of all) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(DeskError)
  return all.filter(({ status }) => status === 'fulfilled').length
}

const batches = async (count: number) => {
  const { runId } = await desk.as(system).call(sweepRetention, {})
  return many(count, (batch) => desk.as(system).call(endRetentionBatch, { runId, table: 'ticket', batch }))
}

it.each(['erasure first', 'batches first'])('an erasure and batches of the same person’s rows: %s', async (first) => {
  const { owner, member, needle, email } = await oldClient(60)
  const ended = () => [as(member).call(endPerson, yes), ...many(3, () => as(owner).call(endAccount, yes))]
  const calls = first === 'erasure first' ? [...ended(), ...(await batches(6))] : [...(await batches(6)), ...ended()]
  expect(await settled(calls)).toBeGreaterThanOrEqual(7)
  await desk.runJobs(4)
  const entries = await rows('select persons from base.erasure_entry where account_id = $1', [owner.accountId])
  expect(entries.flatMap(({ persons }) => persons).toSorted()).toEqual([owner.personId, member.personId].toSorted())
  const needles = [needle, email].map((value) => ({ label: value, value }))
  expect(await leftAfterScrub(desk.owner, needles)).toEqual([])
  expect(await rowsLeft(desk.owner, maps, 'account')).toBe(0)
  expect(await verifyChain(desk.owner)).toMatchObject({ whole: true })
})

it.each(['erasure first', 'codes first'])('the code of a request while its person is erased: %s', async (first) => {
  const { owner, member, needle, email } = await oldClient(3)
  await visitor().call(askRequest, { email, kind: 'access', language: 'ro' })
  const sent = await lastCode(email)
  const opened: { pass: string }[] = []
  const enter = () =>
    many(20, () =>
      visitor()
        .call(enterRequest, sent)
        .then((one) => opened.push(one)),
    )
  const end = () => [as(member).call(endPerson, yes)]
  await settled(first === 'erasure first' ? [...end(), ...enter()] : [...enter(), ...end()])
  expect(opened.length).toBeLessThanOrEqual(1)
  // Whoever had opened it holds a pass to nothing.
  for (const { pass } of opened)
    await expect(visitor().call(takeCopyByPass, { pass })).rejects.toMatchObject({ code: 'not_found' })
  await expect(visitor().call(enterRequest, sent)).rejects.toBeInstanceOf(DeskError)
  await as(owner).call(endAccount, yes)
  await desk.runJobs(4)
  const needles = [needle, email].map((value) => ({ label: value, value }))
  expect(await leftAfterScrub(desk.owner, needles)).toEqual([])
})
