/** Between a commit and its line outside anything can happen; afterwards each committed change stands there once. */
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenProvider } from '../../../test/support/given.ts'
import { ledgerPath } from '../../app/ledger-path.ts'
import { setChoice } from '../../rights/choice/set-choice.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { makeRequest } from '../../rights/request/make-request.ts'
import { consentText } from '../notice/consent-text.ts'
import type { MemberActor } from '../operation/actor.ts'
import { fileLedger, type OutsideLedger } from './outside-ledger.ts'
import { DatabaseOlder, writeOutside } from './write-outside.ts'

let desk: TestDesk
let member: MemberActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await givenProvider(desk)
  member = await givenMember(desk)
})
afterAll(() => desk.close())

const path = () => ledgerPath(desk.dataFolder)
const outside = () => fileLedger(path()).read()
const rights = () => desk.handles.of('rights')
const on = (purpose: 'updates' | 'openings') =>
  ({ purpose, choice: 'on', text: consentText(purpose, 'ro').hash }) as const
const choose = (choice: 'on' | 'off') => desk.as(member).call(setChoice, { ...on('updates'), choice })

/** A change that is committed and then nothing more: the process is killed. */
function limitAlone(kind: string) {
  return desk.owner.query(`select base.set_limit($1, $2, 'improvement', $3, 'person', $2)`, [
    member.accountId,
    member.personId,
    kind,
  ])
}

it('holds a consent, its withdrawal, an objection and a restriction once they are answered, and no personal data', async () => {
  await choose('on')
  await choose('off')
  await desk.as(member).call(setChoice, { purpose: 'improvement', choice: 'off' })
  await desk.as(member).call(makeRequest, { kind: 'restriction' })
  const lines = await outside()
  expect(lines.map((line) => (line.kind === 'limit' ? line.limit : line.kind))).toEqual([
    'consent_given',
    'consent_missing',
    'objected',
    'restricted',
  ])
  expect(lines[1]).toMatchObject({ personId: member.personId, purpose: 'updates', byKind: 'person' })
  const { rows } = await desk.owner.query('select name, email from base.person where id = $1', [member.personId])
  const text = await readFile(path(), 'utf8')
  for (const value of Object.values(rows[0])) expect(text).not.toContain(value)
})

it('writes what a killed process left, in the order of the commits', async () => {
  const before = (await outside()).length
  await limitAlone('lifted')
  await limitAlone('objected')
  expect(await outside()).toHaveLength(before)
  expect(await desk.tools.ledger.settle()).toEqual({ written: 2, again: 0 })
  expect((await outside()).slice(before)).toMatchObject([{ limit: 'lifted' }, { limit: 'objected' }])
  expect(await desk.tools.ledger.settle()).toEqual({ written: 0, again: 0 })
})

it('adds no line twice when it was killed between the line and its note', async () => {
  await limitAlone('lifted')
  const ledger = fileLedger(path())
  const dying: OutsideLedger = {
    ...ledger,
    async append(lines) {
      await ledger.append(lines)
      throw new Error('killed')
    },
  }
  await expect(writeOutside(rights(), dying)).rejects.toThrow('killed')
  const before = await outside()
  await limitAlone('objected')
  await desk.tools.ledger.settle()
  const after = await outside()
  expect(after).toHaveLength(before.length + 1)
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length)
  expect((await desk.owner.query('select from base.ledger_entry where seq is null')).rowCount).toBe(0)
})

it('keeps every change of many at once, each once', async () => {
  const others = await Promise.all(Array.from({ length: 8 }, () => givenMember(desk)))
  const before = (await outside()).length
  await Promise.all(
    others.flatMap((one) => [
      desk.as(one).call(setChoice, on('updates')),
      desk.as(one).call(setChoice, on('openings')),
    ]),
  )
  expect(
    (await outside())
      .slice(before)
      .map((line) => (line.kind === 'limit' ? line.personId : line.kind))
      .sort(),
  ).toEqual(others.flatMap(({ personId }) => [personId, personId]).sort())
})

it('writes again what the ledger outside had lost, from the database', async () => {
  const whole = await outside()
  await rm(path())
  await limitAlone('lifted')
  expect(await desk.tools.ledger.settle()).toEqual({ written: whole.length + 1, again: whole.length })
  expect((await outside()).slice(0, -1).map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
})

it('refuses a database that is older than the ledger, and names what to do', async () => {
  const other = await testDesk()
  const person = await givenMember(other)
  await other.as(person).call(setChoice, on('updates'))
  // The database of before, beside the ledger of after.
  await desk.tools.ledger.settle()
  await copyFile(path(), ledgerPath(other.dataFolder))
  const ledger = fileLedger(ledgerPath(other.dataFolder))
  const refusal = await writeOutside(other.handles.of('rights'), ledger).catch((error) => error)
  expect(refusal).toBeInstanceOf(DatabaseOlder)
  expect(refusal.message).toContain('npx zavor restore --in-place')
  expect(refusal.lines).toHaveLength((await outside()).length)
})

it('takes a whole account’s end in before it answers', async () => {
  const leaving = await givenMember(desk)
  const { receipt } = await desk.as(leaving).call(endAccount, { understood: 'yes' })
  expect((await outside()).at(-1)).toMatchObject({
    kind: 'erasure',
    id: receipt.reference,
    accountId: leaving.accountId,
    personId: null,
    persons: [leaving.personId],
  })
})

it('does not fail a change that is committed because the ledger outside cannot be written', async () => {
  const text = await readFile(path(), 'utf8')
  await writeFile(path(), text.replace('"limit"', '"limit "'))
  await choose('on')
  await writeFile(path(), text)
  // The file was whole all the time for this process, which looks only at what is new.
  await desk.tools.ledger.settle()
  expect((await outside()).at(-1)).toMatchObject({ limit: 'consent_given' })
})
