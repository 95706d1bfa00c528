import { expect, it } from 'vitest'
import type { Actor } from '../../privacy/operation/actor.ts'
import { accountOfMark, isSameHuman, writerMark } from './writer.ts'

const member = (loginId: string, accountId: string) =>
  writerMark({ kind: 'member', loginId, accountId } as Actor) as string
const staff = writerMark({ kind: 'staff', loginId: 'ana', staffId: 's' } as Actor) as string

it('marks who acts and where, and nobody who is not signed in', () => {
  expect(member('ana', 'one')).toBe('ana/one')
  expect(accountOfMark(member('ana', 'one'))).toBe('one')
  expect(accountOfMark(staff)).toBeNull()
  expect(writerMark({ kind: 'visitor' })).toBeNull()
  expect(writerMark({ kind: 'system', job: 'x' })).toBeNull()
})

it('knows the same human in another place, and takes nobody else for them', () => {
  expect(isSameHuman(member('ana', 'one'), member('ana', 'two'))).toBe(true)
  expect(isSameHuman(member('ana', 'one'), staff)).toBe(true)
  expect(isSameHuman(member('dan', 'one'), member('ana', 'one'))).toBe(false)
  for (const none of ['', '/', '/one', 'ana']) expect(isSameHuman(none, 'ana/one')).toBe(false)
})
