/** Each promise that the rights desk keeps is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { type Looking, looking, operationsBut } from '../../../test/support/promises.ts'
import { newId } from '../../platform/database/id.ts'
import { askRequest } from './ask-request.ts'
import { enterRequest } from './link-request.ts'
import { makeRequest } from './make-request.ts'

let desk: TestDesk
let checks: Looking
const customer = 'client-al-clientului@exemplu.test'

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  checks = await looking(desk)
  const visitor = desk.as({ kind: 'visitor' }, 'link')
  const member = await givenMember(desk)
  await desk.as(member).call(makeRequest, { kind: 'access' })
  await desk.as(member).call(makeRequest, { kind: 'objection', purpose: 'security' })
  // A client's own customer: neither signs in nor has a place in the account.
  const accountId = await givenAccount(desk)
  await givenMember(desk, { accountId })
  await desk.owner.query(
    `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Dan Ene', $3, 'ro')`,
    [accountId, newId(), customer],
  )
  await visitor.call(askRequest, { email: customer, kind: 'access', language: 'ro' })
  const letter = (await lettersTo(desk, customer)).find((one) => one.kind === 'rights_code')
  const token = letter?.words.action?.url.split('/').at(-1) ?? ''
  await visitor.call(enterRequest, { token, code: letter?.words.lines[1] ?? '' })
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

const holds = async (check: string) => {
  const [promise = '', need = ''] = check.split(' ')
  return (await checks.look(promise, need)).holds
}

describe('a broken promise of the rights desk is seen', () => {
  it.each([
    [
      'P1 passed_on',
      `update base.rights_case_person set passed_on_at = null where capacity = 'processor'`,
      `update base.rights_case_person set passed_on_at = now() where capacity = 'processor'`,
    ],
    [
      'P1 passed_on',
      `update base.rights_case set outcome = 'done' where outcome = 'passed_on'`,
      `update base.rights_case set outcome = 'passed_on' where identity = 'code'`,
    ],
    [
      'P33 mailed_code',
      `update base.rights_code set expires_at = created_at + interval '1 day'`,
      `update base.rights_code set expires_at = created_at + interval '30 minutes'`,
    ],
    [
      'P33 mailed_code',
      `alter table base.rights_code add column was text; update base.rights_code set was = code_hash, code_hash = 'K7QM-2XWP'`,
      `update base.rights_code set code_hash = was; alter table base.rights_code drop column was`,
    ],
    [
      'P33 mailed_code',
      `update base.rights_code set used_at = null, pass_hash = null, pass_until = null`,
      `update base.rights_code set used_at = now(), pass_hash = 'x', pass_until = now()`,
    ],
    [
      'P33 mailed_code',
      `update base.rights_case set identity = 'asked', identity_at = null where kind = 'access' and identity = 'session'`,
      `update base.rights_case set identity = 'session', identity_at = now() where identity = 'asked'`,
    ],
    [
      'P33 mailed_code',
      `update base.rights_case set outcome = 'refused', identity = 'asked', identity_at = null
         where kind = 'access' and identity = 'session';
       insert into base.erasure_entry (account_id, id, person_id, persons, by_kind, counts, kept, secrets, receipt_hash, case_id)
         select account_id, gen_random_uuid(), person_id, array[person_id], 'staff', '{}', '{}', 0, 'x', id
         from base.rights_case where identity = 'asked'`,
      `delete from base.erasure_entry;
       update base.rights_case set outcome = 'done', identity = 'session', identity_at = now() where identity = 'asked'`,
    ],
    [
      'P35 asked',
      `update base.rights_step set kind = 'received' where kind = 'applied'`,
      `update base.rights_step s set kind = 'applied' from base.rights_case c
       where c.id = s.case_id and c.kind = 'objection' and s.at = c.created_at or s.id = (select max(x.id::text)::uuid
         from base.rights_step x join base.rights_case d on d.id = x.case_id where d.kind = 'objection')`,
    ],
    [
      'P37 in_answers',
      `update base.rights_answer set document = replace(document::text, 'anspdcp@', 'altcineva@')::jsonb`,
      `update base.rights_answer set document = replace(document::text, 'altcineva@', 'anspdcp@')::jsonb`,
    ],
    [
      'P38 clock',
      `update base.rights_case set due_on = due_on + 30 where status = 'open'`,
      `update base.rights_case set due_on = due_on - 30 where status = 'open'`,
    ],
    [
      'P38 clock',
      `update base.rights_case set received_at = received_at - interval '60 days' where status = 'open'`,
      `update base.rights_case set received_at = received_at + interval '60 days' where status = 'open'`,
    ],
    [
      'P38 answered',
      `update base.rights_case set due_on = due_on - 60 where status = 'open'`,
      `update base.rights_case set due_on = due_on + 60 where status = 'open'`,
    ],
    [
      'P38 answered',
      `update base.rights_answer set kind = 'extension', reasons = 'x', by_staff = (select id from base.staff limit 1)`,
      `update base.rights_answer set kind = 'answer', reasons = '', by_staff = null`,
    ],
  ])('%s: %s', async (check, broken, mended) => {
    await givenStaff(desk)
    expect(await holds(check)).toBe(true)
    await desk.owner.query(broken)
    expect(await holds(check)).toBe(false)
    await desk.owner.query(mended)
    expect(await holds(check)).toBe(true)
  })

  it.each([
    ['P1', 'passed_on', 'request.ask'],
    ['P33', 'mailed_code', 'request.ask'],
    ['P33', 'mailed_code', 'request.enter'],
    ['P33', 'mailed_code', 'request.send_code'],
    ['P35', 'asked', 'request.make'],
    ['P35', 'asked', 'request.ask'],
  ] as const)('%s %s: without %s', async (promise, need, name) => {
    const operations = operationsBut(checks.ground, name, { who: { staff: 'any' } })
    expect(await checks.look(promise, need, { operations })).toMatchObject({ holds: false })
  })

  it('P33: an answer that would tell known from unknown', async () => {
    const output = askRequest.output.extend({ caseId: askRequest.input.shape.email })
    const operations = operationsBut(checks.ground, 'request.ask', { output })
    expect(await checks.look('P33', 'mailed_code', { operations })).toMatchObject({ holds: false })
  })

  it('P37: a policy whose authority changed, before any answer names it', async () => {
    const { policy } = checks.ground
    const authorities = { RO: { ...policy.authorities.RO!, address: 'Str. Nouă 1' } }
    expect(await checks.look('P37', 'in_answers', { policy: { ...policy, authorities } })).toMatchObject({
      holds: false,
    })
  })

  it('P16: somebody who wrote long ago and is still here', async () => {
    expect(await holds('P16 erased_later')).toBe(true)
    const id = newId()
    await desk.owner.query(
      `insert into base.account (id, kind, name, language, created_at) values ($1, 'prospect', 'Dan', 'ro', now() - interval '400 days')`,
      [id],
    )
    expect(await holds('P16 erased_later')).toBe(false)
    const operations = operationsBut(checks.ground, 'prospect.sweep', null)
    await desk.owner.query('delete from base.account where id = $1', [id])
    expect(await checks.look('P16', 'erased_later', { operations })).toMatchObject({ holds: false })
    expect(await holds('P16 erased_later')).toBe(true)
  })
})
