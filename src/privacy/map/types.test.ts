/** Type tests: this file compiles only if a purpose's handle knows that purpose's columns and no others. */
import type { Kysely } from 'kysely'
import { expectTypeOf, it } from 'vitest'
import '../../app/maps.ts'
import type { For } from './types.ts'

declare const support: Kysely<For<'support'>>
declare const visits: Kysely<For<'visits'>>
declare const self: Kysely<For<'self'>>
declare const security: Kysely<For<'security'>>

/** Never called: only its types count. */
function neverRun() {
  support.selectFrom('person').select(['name', 'email'])
  self.selectFrom('audit_entry').select(['operation', 'subjects'])
  // @ts-expect-error visits does not know people
  visits.selectFrom('person')
  // @ts-expect-error support does not see who may sign in
  support.selectFrom('login').select('id')
  // @ts-expect-error the marker is the kernel's
  support.selectFrom('person').select('marker')
  // @ts-expect-error the access log is only read
  security.updateTable('audit_entry').set({ operation: 'x' })
  // @ts-expect-error a key is inserted once and never changed
  support.updateTable('person').set({ id: 'x' })
  expectTypeOf(support.selectFrom('audit_inbox').select('operation').executeTakeFirstOrThrow()).resolves.toEqualTypeOf<{
    operation: never
  }>()
}

it('gives a purpose its own columns, typed', () => {
  expectTypeOf(neverRun).toBeFunction()
  expectTypeOf<'person' extends keyof For<'visits'> ? 'seen' : 'unseen'>().toEqualTypeOf<'unseen'>()
})
