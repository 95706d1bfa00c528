/** P1: what is held for a client as their processor is theirs to answer: their owners get the request. */
import { letterAddressesOf } from '../../identity/identity.facade.ts'
import { m } from '../../platform/language/words.ts'
import { kindIn } from '../answer/said-in.ts'
import { addStep, type CaseRow } from './case.queries.ts'
import type { Gathered } from './persons.queries.ts'
import type { Running } from './running.ts'

/**
 * Nothing of it is done over the client's head. Answers how many persons are left of whose client nobody can be written to:
 * then one of the staff has to pass it on. Whose client was told is not told twice.
 */
export async function passOn(running: Running, row: CaseRow, persons: readonly Gathered[]): Promise<number> {
  const waiting = await waitingOf(running, row, persons)
  let passed = 0
  for (const person of waiting) {
    const owners = await letterAddressesOf(running.trx, person.accountId, ['owner'])
    for (const owner of owners) await tell(running, row, person, owner)
    if (owners.length === 0) continue
    await notePassed(running, row, person)
    passed += 1
  }
  if (passed > 0) await addStep(running.trx, row, 'passed_on', running.actor, running.now)
  return waiting.length - passed
}

/** The same when one of the staff answers: whoever could not be written to was told by them, otherwise than by us. */
export async function passOnByHand(running: Running, row: CaseRow, persons: readonly Gathered[]): Promise<void> {
  if (row.identity === 'asked' || (await passOn(running, row, persons)) === 0) return
  for (const person of await waitingOf(running, row, persons)) await notePassed(running, row, person)
  await addStep(running.trx, row, 'passed_on', running.actor, running.now)
}

async function waitingOf({ trx }: Running, row: CaseRow, persons: readonly Gathered[]): Promise<Gathered[]> {
  const theirs = persons.filter((one) => one.capacity === 'processor')
  if (theirs.length === 0) return []
  const waiting = await trx
    .selectFrom('rights_case_person')
    .select('person_id')
    .where('case_id', '=', row.id)
    .where('passed_on_at', 'is', null)
    .execute()
  return theirs.filter((one) => waiting.some(({ person_id }) => person_id === one.personId))
}

async function notePassed({ trx, now }: Running, row: CaseRow, person: Gathered): Promise<void> {
  await trx
    .updateTable('rights_case_person')
    .set({ passed_on_at: now })
    .where('account_id', '=', person.accountId)
    .where('case_id', '=', row.id)
    .where('person_id', '=', person.personId)
    .execute()
}

type Owner = Awaited<ReturnType<typeof letterAddressesOf>>[number]

async function tell({ trx, tools }: Running, row: CaseRow, person: Gathered, owner: Owner): Promise<void> {
  const to = { locale: owner.language }
  const said = { name: person.name, email: person.email ?? '—', what: kindIn(row.kind, owner.language) }
  await tools.letters.post(trx, {
    ...owner,
    kind: 'request_passed_on',
    language: owner.language,
    words: {
      subject: m.rights_letter_passed_subject({}, to),
      lines: [m.rights_letter_passed(said, to), ...(row.words ? [row.words] : []), m.rights_letter_passed_do({}, to)],
    },
  })
}
