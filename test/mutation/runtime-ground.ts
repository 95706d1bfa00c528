/** A desk with somebody on it, of whom the runtime can be asked the same question before and after a value of the policy changed. */
import { Kysely, PostgresDialect } from 'kysely'
import { policy } from '../../policy/policy.ts'
import { maps } from '../../src/app/maps.ts'
import { openTicket } from '../../src/desk/ticket/open-ticket.ts'
import { openPool } from '../../src/platform/database/pool.ts'
import { applyPolicy } from '../../src/privacy/compiler/apply.ts'
import { roleOf } from '../../src/privacy/compiler/wanted.ts'
import { consentText } from '../../src/privacy/notice/consent-text.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import { DeskError } from '../../src/privacy/operation/errors.ts'
import { loadContent } from '../../src/privacy/policy/load-content.ts'
import { setChoice } from '../../src/rights/choice/set-choice.ts'
import { makeRequest } from '../../src/rights/request/make-request.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { givenLogin, givenMember, givenProvider, givenStaff } from '../support/given.ts'
import { type Everything, oneOfEverything } from '../support/one-of-everything.ts'

export interface RuntimeGround {
  readonly desk: TestDesk
  readonly member: MemberActor
  readonly email: string
  /** Restricted (Art. 18) before anything was changed. */
  readonly restricted: MemberActor
  readonly privacy: StaffActor
  readonly ticketId: string
  /** An account with a row in every table. */
  readonly everything: Everything
  /** What a program reads once, when it starts: policy and data maps as they are now. */
  start(): Promise<void>
  /** The program's own way: what is wanted now, in the database. */
  compile(): Promise<readonly string[]>
  /** What PostgreSQL answers to one statement of a purpose's role: rows, or its refusal. */
  see(purpose: string, sql: string, values?: readonly unknown[]): Promise<unknown>
  /** Carries statements out as the owner, answers the rows of the last and takes all of it back. */
  trial(
    ...statements: readonly (readonly [string, (readonly unknown[])?])[]
  ): Promise<readonly Record<string, unknown>[]>
  /** A handle of the purpose `self`. */
  readonly self: Kysely<Record<string, never>>
  close(): Promise<void>
}

export async function runtimeGround(): Promise<RuntimeGround> {
  const desk = await testDesk({ keep: true })
  await givenProvider(desk)
  const { actor: member, email } = await givenLogin(desk, await givenMember(desk))
  await desk.owner.query(`update base.person set phone = '+40 722 000 111' where id = $1`, [member.personId])
  const restricted = await givenMember(desk)
  await desk.as(restricted).call(makeRequest, { kind: 'restriction' })
  await desk.as(member).call(setChoice, { purpose: 'updates', choice: 'on', text: consentText('updates', 'ro').hash })
  const { ticketId } = await desk.as(member).call(openTicket, { subject: 'Serverul nu pornește', body: 'Din zori.' })
  const selfPool = openPool(desk.database.urlOf(roleOf('self')), { max: 1 })
  return {
    desk,
    member,
    email,
    restricted,
    ticketId,
    privacy: await givenStaff(desk, { roles: ['owner', 'privacy'] }),
    everything: await oneOfEverything(desk.owner, 'Runtime'),
    self: new Kysely({ dialect: new PostgresDialect({ pool: selfPool }) }),
    start: async () => {
      const runningPolicy = await loadContent(policy, maps, `${import.meta.dirname}/../../policy`)
      Object.assign(desk.tools, { runningPolicy, maps: [...maps] })
    },
    compile: () => applyPolicy(desk.owner, { policy, maps }, desk.database.passwordOf),
    see: (purpose, sql, values) => seen(desk, purpose, sql, values),
    trial: (...statements) => tried(desk, statements),
    async close() {
      await selfPool.end()
      await desk.close()
    },
  }
}

async function seen(desk: TestDesk, purpose: string, sql: string, values: readonly unknown[] = []): Promise<unknown> {
  const pool = openPool(desk.database.urlOf(roleOf(purpose)), { max: 1 })
  try {
    return (await pool.query(sql, [...values])).rows
  } catch (error) {
    return (error as Error).message
  } finally {
    await pool.end()
  }
}

async function tried({ owner }: TestDesk, statements: readonly (readonly [string, (readonly unknown[])?])[]) {
  const client = await owner.connect()
  try {
    await client.query('begin')
    let rows: Record<string, unknown>[] = []
    for (const [sql, values = []] of statements)
      rows = (await client.query<Record<string, unknown>>(sql, [...values])).rows
    return rows
  } catch (error) {
    return [{ refused: (error as Error).message }]
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** What an operation answers, or the code of its refusal. */
export async function answerOf<T>(asked: Promise<T>): Promise<T | { readonly refused: string }> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DeskError) return { refused: error.code }
    throw error
  }
}
