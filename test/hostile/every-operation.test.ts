/** Every operation, enumerated: what it declares, whom it refuses, what nonsense does to it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../policy/policy.ts'
import { operations } from '../../src/app/operations.ts'
import { newId } from '../../src/platform/database/id.ts'
import type { Actor, MemberRole, StaffRole } from '../../src/privacy/operation/actor.ts'
import { DeskError, Invalid } from '../../src/privacy/operation/errors.ts'
import type { AnyOperation } from '../../src/privacy/operation/operation.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { givenAccount, givenMember, givenStaff } from '../support/given.ts'
import { fieldsOfInput, nonsenseFor, sampleInput, unwritable } from './sample-input.ts'

const memberRoles: readonly MemberRole[] = ['owner', 'billing', 'technical']
const staffRoles: readonly StaffRole[] = ['owner', 'technician', 'sales', 'billing', 'privacy']

let desk: TestDesk
const members = new Map<MemberRole, Actor>()
const staff = new Map<StaffRole, Actor>()

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  const accountId = await givenAccount(desk)
  for (const role of memberRoles) members.set(role, await givenMember(desk, { accountId, roles: [role] }))
  for (const role of staffRoles) staff.set(role, await givenStaff(desk, { roles: [role] }))
})
afterAll(() => desk.close())

/** Callers who must be refused before their input is even read. */
function outsiders(operation: AnyOperation): [string, Actor][] {
  const { who } = operation
  const list: [string, Actor][] = []
  if (!who.visitor) list.push(['nobody signed in', { kind: 'visitor' }])
  if (!who.visitor) {
    for (const [role, actor] of members) {
      if (who.member !== 'any' && !who.member?.includes(role)) list.push([`a member who is ${role}`, actor])
    }
    for (const [role, actor] of staff) {
      if (who.staff !== 'any' && !who.staff?.includes(role)) list.push([`staff who is ${role}`, actor])
      else if (!who.firstFactor)
        list.push([`staff who is ${role}, without second factor`, { ...actor, secondFactor: false } as Actor])
    }
    list.push(['a member without any role', { ...members.get('owner'), roles: [] } as unknown as Actor])
  }
  if (who.fresh) {
    for (const actor of insiders(operation)) {
      if (actor.kind === 'member' || actor.kind === 'staff')
        list.push([`${actor.kind}, signed in an hour ago`, { ...actor, freshAt: new Date(Date.now() - 3_600_000) }])
    }
  }
  if (!who.system) list.push(['the system', { kind: 'system', job: operation.name }])
  return list
}

function insiders({ who }: AnyOperation): Actor[] {
  const list: Actor[] = []
  for (const [role, actor] of members) if (who.member === 'any' || who.member?.includes(role)) list.push(fresh(actor))
  for (const [role, actor] of staff) if (who.staff === 'any' || who.staff?.includes(role)) list.push(fresh(actor))
  if (who.visitor) list.push({ kind: 'visitor' })
  if (who.system) list.push({ kind: 'system', job: 'hostile' })
  return list
}

function fresh(actor: Actor): Actor {
  return 'freshAt' in actor ? { ...actor, freshAt: new Date() } : actor
}

const call = (actor: Actor, operation: AnyOperation, input: unknown) =>
  desk.call({ actor, via: 'api' }, operation, input as never)

/** How many rows each table holds; the access log grows by design. */
async function rowCounts(): Promise<Record<string, number>> {
  const { rows } = await desk.owner.query<{ name: string; count: number }>(
    `select c.relname as name, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from base.%I', c.relname), false, true, '')))[1]::text::integer as count
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'base' and c.relkind = 'r' and c.relname !~ '^audit_'`,
  )
  return Object.fromEntries(rows.map((row) => [row.name, row.count]))
}

describe.each(operations.map((operation) => [operation.name, operation] as const))('%s', (_name, operation) => {
  it('has a purpose of the policy, somebody who may call it, and strict shapes', () => {
    expect(policy.purposes).toHaveProperty(operation.purpose)
    const { who } = operation
    expect(Boolean(who.visitor || who.system || who.member?.length || who.staff?.length)).toBe(true)
    expect(Object.keys(fieldsOfInput(operation)).length === 0 || operation.input).toBeTruthy()
    expect(operation.name).toMatch(/^[a-z]+(_[a-z]+)*\.[a-z]+(_[a-z]+)*$/)
  })

  it('refuses whom it does not name, writes nothing and logs who tried', async () => {
    const before = await rowCounts()
    for (const [words, actor] of outsiders(operation)) {
      const logged = await entriesOf(operation)
      const error = await call(actor, operation, {}).then(
        () => null,
        (refusal: unknown) => refusal,
      )
      expect(error, words).toBeInstanceOf(DeskError)
      expect(['sign_in_first', 'role', 'second_factor', 'fresh_sign_in'], words).toContain((error as DeskError).code)
      expect((await entriesOf(operation)) - logged, words).toBe(actor.kind === 'visitor' ? 0 : 1)
    }
    expect(await rowCounts()).toEqual(before)
  })

  it('names the field that holds nonsense and writes nothing', async () => {
    const before = await rowCounts()
    const actor = insiders(operation)[0] as Actor
    for (const [field, schema] of Object.entries(fieldsOfInput(operation))) {
      // Jobs carry what the program itself made, and what no text holds is looked for in vain.
      const isWritten = operation.kind === 'write' && actor.kind !== 'system'
      const nonsense = { ...nonsenseFor(schema, operation.largestBody), ...(isWritten ? unwritable : {}) }
      for (const [words, value] of Object.entries(nonsense)) {
        const error = await call(actor, operation, { ...sampleInput(operation), [field]: value }).then(
          () => null,
          (refusal: unknown) => refusal,
        )
        expect(error, `${words} in ${field}`).toBeInstanceOf(Invalid)
        const named = Object.keys((error as Invalid).fields)
        expect(
          named.some((name) => name === field || name.startsWith(`${field}.`)),
          `${words} in ${field}: ${named}`,
        ).toBe(true)
      }
    }
    expect(await rowCounts()).toEqual(before)
  })

  if (operation.kind === 'read') {
    it('looks in vain for what no text can hold, and does not fail over it', async () => {
      const actor = insiders(operation)[0] as Actor
      if (actor.kind === 'system') return
      for (const field of Object.keys(fieldsOfInput(operation))) {
        for (const [words, value] of Object.entries(unwritable)) {
          const error = await call(actor, operation, { ...sampleInput(operation), [field]: value }).then(
            () => null,
            (refusal: unknown) => refusal,
          )
          if (error !== null) expect(error, `${words} in ${field}`).toBeInstanceOf(DeskError)
        }
      }
    })
  }

  it('takes no field that it does not declare', async () => {
    const actor = insiders(operation)[0] as Actor
    const error = await call(actor, operation, { ...sampleInput(operation), accountIdOfAnother: newId() }).then(
      () => null,
      (refusal: unknown) => refusal,
    )
    expect(error).toBeInstanceOf(Invalid)
    expect(Object.keys((error as Invalid).fields)).toContain('accountIdOfAnother')
  })
})

async function entriesOf(operation: AnyOperation): Promise<number> {
  const { rows } = await desk.owner.query('select count(*)::integer as n from base.audit_entry where operation = $1', [
    operation.name,
  ])
  return rows[0].n
}
