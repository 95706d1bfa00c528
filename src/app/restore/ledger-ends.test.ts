/** What the ledger outside knows of ends: each kind is noted where it happens, and can be done again. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { narrowed } from '../../identity/replay-identity-end.ts'
import { enders } from './enders.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
})
afterAll(() => desk.close())

it('whatever can be ended, withdrawn or disabled is noted for a restore, or named here with why not', async () => {
  const { rows } = await desk.owner.query<{ table: string; noted: boolean }>(
    `select distinct c.relname as table, exists (select from pg_trigger t where t.tgrelid = c.oid
         and t.tgname ~ '^note_(ended|place|gate)') as noted
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
     where n.nspname = 'base' and c.relkind = 'r' and not a.attisdropped
       and a.attname in ('ended_at', 'withdrawn_at', 'disabled_at', 'invalid_at', 'revoked_at', 'closed_by', 'dropped_at',
         'cancelled_at', 'removed_at', 'changed_at', 'turned_at', 'password', 'secret', 'used_at', 'accepted_at')`,
  )
  const left = rows.filter(({ noted }) => !noted).map(({ table }) => table)
  expect(left.sort()).toEqual([
    // An article out of use: its own people and the staff read it as before, nothing opens.
    'article',
    // The anchor of a dropped part of the access log.
    'audit_anchor',
    // Being there for the chat: what was not kept up has ended by itself.
    'chat_duty',
    // What is out at the moment of the backup ends with every restore.
    'login_link',
    // A measure that is no longer taken: the register says less, nothing opens.
    'measure',
    // As login_link.
    'rights_code',
    // A request of the staff for access: what was handed over on it has lines of its own.
    'secret_request',
    // It opens nothing once the provider is set up, and before that there is nothing.
    'setup_token',
    // What was pinned of a server: the next connection shows it.
    'target',
    // It gives nothing.
    'terms_acceptance',
  ])
})

it('every kind that is noted is ended again by who owns it, and no kind that is not noted', async () => {
  const { rows } = await desk.owner.query<{ kind: string }>(
    `select distinct split_part(encode(t.tgargs, 'escape'), '\\000', 1) as kind from pg_trigger t
       join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'base' and t.tgname ~ '^note_(ended|place|gate|codes|taken)' and t.tgnargs > 0`,
  )
  // One switch for all: its trigger needs no word.
  const noted = [...rows.map(({ kind }) => kind), 'enrichment']
  expect([...enders.keys()].toSorted()).toEqual(noted.toSorted())
})

it('narrowing keeps the intersection, whatever the roles', () => {
  expect(narrowed(['a', 'b'], ['b', 'c'])).toEqual(['b'])
  expect(narrowed(['a'], ['b'])).toBeNull()
  expect(narrowed(['a'], null)).toBeNull()
  expect(narrowed(['a'], ['a', 'b'])).toEqual(['a'])
})
