/** A backup put back: no password, code app or recovery code of then opens anything once it was changed, and everybody finds a way in. */
import { copyFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type BackedDesk, backedDesk, type RestoreTarget, restoreTarget } from '../../../test/support/backup.ts'
import { type CodeApp, givenCodeApp, nextCode } from '../../../test/support/code-app.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import {
  cookieHeader,
  givenLogin,
  givenMember,
  givenPassword,
  givenProvider,
  givenStaff,
} from '../../../test/support/given.ts'
import { lettersTo, tokenSentTo } from '../../../test/support/letters.ts'
import { databaseRing } from '../../../test/support/test-server.ts'
import { invitePerson } from '../../identity/account/invite-person.ts'
import { joinAccount } from '../../identity/account/join-account.ts'
import { register } from '../../identity/account/register.ts'
import { termsVersion } from '../../identity/account/terms.ts'
import { changePassword } from '../../identity/security/change-password.ts'
import { endSecondFactor, renewRecoveryCodes } from '../../identity/security/change-second-factor.ts'
import { showSecurity } from '../../identity/security/show-security.ts'
import { askForReset } from '../../identity/sign-in/ask-for-reset.ts'
import { linkFromServer } from '../../identity/sign-in/link-from-server.ts'
import { setNewPassword, showReset } from '../../identity/sign-in/set-new-password.ts'
import { signInWithCode } from '../../identity/sign-in/sign-in-with-code.ts'
import { signInWithPassword } from '../../identity/sign-in/sign-in-with-password.ts'
import { inviteStaff } from '../../identity/staff/invite-staff.ts'
import { joinStaff } from '../../identity/staff/join-staff.ts'
import { fileLedger } from '../../privacy/ledger/outside-ledger.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import type { AnyOperation, InputOf, OutputOf } from '../../privacy/operation/operation.ts'
import { endAccount } from '../../rights/ending/end-account.ts'
import { askRequest } from '../../rights/request/ask-request.ts'
import { enterRequest } from '../../rights/request/link-request.ts'
import type { Desk } from '../desk.ts'
import { ledgerPath } from '../ledger-path.ts'
import { passingDesk } from '../passing-desk.ts'
import { restoreInPlace } from './restore-in-place.ts'

interface Somebody {
  readonly actor: MemberActor
  readonly email: string
  /** Of the code app; null where there is none. */
  readonly app: CodeApp | null
}

const newPassword = 'patru gutui pe raft'
const names = ['same', 'changed', 'reset', 'off', 'replaced', 'on', 'onAndOff', 'used', 'renewed'] as const
const withApp: readonly string[] = ['same', 'off', 'replaced', 'used', 'renewed']

let desk: TestDesk
let backed: BackedDesk
let backup: string
let staleLink: string
const people = {} as Record<(typeof names)[number], Somebody>

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  backed = await backedDesk(desk)
  await givenProvider(desk)
  for (const name of names) {
    const given = await givenLogin(desk, await givenMember(desk))
    people[name] = { ...given, app: withApp.includes(name) ? await givenCodeApp(desk, given.actor) : null }
  }
  // A link that is out at the moment of the backup, and is used after it.
  await asVisitor(desk).call(askForReset, { email: people.reset.email })
  staleLink = await tokenSentTo(desk, people.reset.email, 'password_reset')
  // A code of a request that is out, and one that opened its request.
  for (const name of ['off', 'on'] as const)
    await asVisitor(desk).call(askRequest, { email: people[name].email, kind: 'access', language: 'ro' })
  const words = (await lettersTo(desk, people.on.email)).find(({ kind }) => kind === 'rights_code')?.words
  const token = words?.action?.url.split('/').at(-1) ?? ''
  await asVisitor(desk).call(enterRequest, { token, code: words?.lines[1] ?? '' })
  backup = (await backed.backup()).name
})
afterAll(() => desk.close())

const outside = (folder: string) => fileLedger(ledgerPath(folder)).read()

function asVisitor(on: Pick<Desk, 'call'>) {
  return {
    call: <Op extends AnyOperation>(operation: Op, input: InputOf<Op>): Promise<OutputOf<Op>> =>
      on.call({ actor: { kind: 'visitor' }, via: 'page' }, operation, input),
  }
}

/** How far a password gets, and with it a code of the app or of recovery. */
async function signIn(on: Desk, email: string, password: string, code?: string, kind: 'app' | 'recovery' = 'recovery') {
  const first = await asVisitor(on).call(signInWithPassword, { email, password, keep: false })
  if (first.outcome !== 'second_factor' || code === undefined) return first.outcome
  const cookie = cookieHeader(first.cookies)
  return (await asVisitor(on).call(signInWithCode, { code, kind, keep: false, cookie })).outcome
}

/** What each of them did after the backup. */
async function change(): Promise<void> {
  const { changed, off, replaced, on, onAndOff, used, renewed } = people
  await desk.as(changed.actor).call(changePassword, { current: givenPassword, password: newPassword })
  await asVisitor(desk).call(setNewPassword, { token: staleLink, password: newPassword })
  await desk.as(off.actor).call(endSecondFactor, {})
  await givenCodeApp(desk, replaced.actor)
  await givenCodeApp(desk, on.actor)
  await givenCodeApp(desk, onAndOff.actor)
  await desk.as(onAndOff.actor).call(endSecondFactor, {})
  expect(await signIn(desk, used.email, givenPassword, used.app?.recoveryCodes[0])).toBe('signed_in')
  await desk.as(renewed.actor).call(renewRecoveryCodes, {})
}

/** Everything that must hold in a desk that was put back. */
async function holds(target: RestoreTarget): Promise<void> {
  const settings = { origin: 'http://desk.test', dataFolder: target.dataFolder }
  const restored = await passingDesk({ ownerUrl: target.database.url, databaseRing, deskRing: desk.ring, settings })
  const { same, changed, reset, off, replaced, on, onAndOff, used, renewed } = people
  const reads = { owner: target.database.owner, tools: restored.tools }
  const told = async ({ email }: Somebody) =>
    (await lettersTo(reads, email))
      .filter(({ words }) => words.subject.includes('cere un pas'))
      .map(({ words }) => words)
  try {
    // Nothing was changed: nothing is void, and nobody is troubled.
    expect(await signIn(restored, same.email, givenPassword, same.app?.recoveryCodes[1])).toBe('signed_in')
    expect(await told(same)).toEqual([])
    // What was changed: neither the one of then nor, as it is lost, the one of now.
    for (const { email } of [changed, reset, replaced, on]) {
      expect(await signIn(restored, email, givenPassword), email).toBe('wrong')
      expect(await signIn(restored, email, newPassword), email).toBe('wrong')
    }
    expect(await asVisitor(restored).call(showReset, { token: staleLink })).toEqual({ email: null })
    // Turned off by its owner: asked for no more, also where it was turned on and off in between.
    expect(await signIn(restored, off.email, givenPassword)).toBe('signed_in')
    expect(await signIn(restored, onAndOff.email, givenPassword)).toBe('signed_in')
    // Recovery codes: the used one and all others; the app goes on.
    for (const { email, app } of [used, renewed]) {
      for (const code of app?.recoveryCodes.slice(0, 2) ?? []) {
        expect(await signIn(restored, email, givenPassword, code)).toBe('wrong')
      }
      expect(await signIn(restored, email, givenPassword, nextCode(app?.secret ?? ''), 'app')).toBe('signed_in')
    }
    const security = await restored.call({ actor: used.actor, via: 'page' }, showSecurity, {})
    expect(security.app).toEqual({ recoveryCodesLeft: 0 })
    expect(await told(used)).toMatchObject([{ action: { url: 'http://desk.test/security' } }])
    // The way in: a link to the address, and then no app of then.
    expect(await told(replaced)).toMatchObject([{ action: { url: 'http://desk.test/password' } }])
    await asVisitor(restored).call(askForReset, { email: replaced.email })
    const token = await tokenSentTo(reads, replaced.email, 'password_reset')
    await asVisitor(restored).call(setNewPassword, { token, password: newPassword })
    expect(await signIn(restored, replaced.email, newPassword)).toBe('signed_in')
    expect(await signIn(restored, replaced.email, givenPassword)).toBe('wrong')
    // The way in where no mail leaves.
    const link = await restored.call({ actor: { kind: 'system', job: 'password' }, via: 'cli' }, linkFromServer, {
      email: changed.email,
      endSecondFactor: true,
    })
    expect(link.secondFactorEnded).toBe(false)
    const given = link.url.split('/').at(-1) ?? ''
    await asVisitor(restored).call(setNewPassword, { token: given, password: newPassword })
    expect(await signIn(restored, changed.email, newPassword)).toBe('signed_in')
  } finally {
    await restored.close()
  }
}

const counts = { passwordsVoid: 4, factorsEnded: 2, codesVoid: 2 }

it('a database put back in place, and a backup, let in by nothing that was changed since', async () => {
  // A database of then, opened with the ledger of then, as a snapshot of its disk gives it back.
  const inPlace = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(inPlace.dataFolder))
  const first = await backed.restore(backup, inPlace)
  expect(first.report).toMatchObject({ replayed: { lines: 0, passwordsVoid: 0 }, linksEnded: 3 })
  const known = (await outside(desk.dataFolder)).length
  await change()
  const lines = (await outside(desk.dataFolder)).slice(known)
  expect(lines.map((line) => line.kind === 'end' && [line.what, line.of, line.roles])).toEqual([
    ['password', people.changed.actor.loginId, null],
    ['password', people.reset.actor.loginId, null],
    ['second_factor', people.off.actor.loginId, null],
    ['second_factor', people.replaced.actor.loginId, ['on']],
    ['second_factor', people.on.actor.loginId, ['on']],
    ['second_factor', people.onAndOff.actor.loginId, ['on']],
    ['second_factor', people.onAndOff.actor.loginId, null],
    ['recovery_codes', people.used.actor.loginId, null],
    ['recovery_codes', people.renewed.actor.loginId, null],
  ])
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(inPlace.dataFolder))
  const settings = { origin: 'http://desk.test', dataFolder: inPlace.dataFolder, databaseUrl: inPlace.database.url }
  const opened = () => restoreInPlace({ settings, keys: backed.keys, ledgerLost: false, say: () => {} })
  expect((await opened()).replayed).toMatchObject({ ...counts, lines: 9, aboutNobody: 2 })
  // Done again it noted nothing new outside, and once more is once.
  expect((await outside(inPlace.dataFolder)).map(({ id }) => id)).toEqual(
    (await outside(desk.dataFolder)).map(({ id }) => id),
  )
  expect((await opened()).replayed).toMatchObject({ lines: 0, passwordsVoid: 0, factorsEnded: 0, codesVoid: 0 })
  await holds(inPlace)
  const open = 'select from base.rights_code where expires_at > now() or pass_until > now()'
  expect((await inPlace.database.owner.query(open)).rowCount).toBe(0)

  const whole = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(whole.dataFolder))
  const { report } = await backed.restore(backup, whole)
  expect(report.replayed).toMatchObject({ ...counts, lines: 9, aboutNobody: 2 })
  await holds(whole)

  // What goes along with an erased login is no change of its sign-in.
  await desk.as(people.renewed.actor).call(endAccount, { understood: 'yes' })
  expect((await outside(desk.dataFolder)).slice(known + 9)).toMatchObject([{ kind: 'erasure' }])
})

it('an invitation that was accepted since lets nobody in once more; what registers a company waits as it did', async () => {
  const owner = await givenMember(desk)
  const staff = await givenStaff(desk, { roles: ['owner'] })
  const [member, colleague, alone] = ['membru', 'coleg', 'singur'].map((name) => `${name}@invited.test`) as [
    string,
    string,
    string,
  ]
  const person = { name: 'Dana Nouă', language: 'ro' } as const
  await desk.as(owner).call(invitePerson, { ...person, email: member, roles: ['technical'] })
  await desk.as(staff).call(inviteStaff, { ...person, email: colleague, roles: ['technician'] })
  await asVisitor(desk).call(register, {
    ...{
      name: 'Ion Singur',
      email: alone,
      phone: '+40 721 000 000',
      company: 'Client Singur SRL',
      taxNumber: 'RO14399840',
    },
    ...{ address: 'Str. Zăvorului 1', city: 'Cluj-Napoca', postalCode: '400001', country: 'RO', language: 'ro' },
    ...{ age: 'old_enough', terms: termsVersion },
  })
  const { name } = await backed.backup()
  const tokens = {
    member: await tokenSentTo(desk, member, 'invitation'),
    staff: await tokenSentTo(desk, colleague, 'staff_invitation'),
    alone: await tokenSentTo(desk, alone, 'registration'),
  }
  const join = { password: newPassword, age: 'old_enough' } as const
  await asVisitor(desk).call(joinAccount, { ...join, token: tokens.member })
  await asVisitor(desk).call(joinStaff, { password: newPassword, token: tokens.staff })
  await asVisitor(desk).call(joinAccount, { ...join, token: tokens.alone })
  const target = await restoreTarget()
  await copyFile(ledgerPath(desk.dataFolder), ledgerPath(target.dataFolder))
  const { report } = await backed.restore(name, target)
  expect(report.replayed).toMatchObject({ lines: 2, keysEnded: 2 })
  const settings = { origin: 'http://desk.test', dataFolder: target.dataFolder }
  const restored = await passingDesk({ ownerUrl: target.database.url, databaseRing, deskRing: desk.ring, settings })
  try {
    const asOn = asVisitor(restored)
    const stolen = { ...join, password: 'cinci nuci în sac' }
    await expect(asOn.call(joinAccount, { ...stolen, token: tokens.member })).rejects.toMatchObject({
      code: 'not_found',
    })
    await expect(asOn.call(joinStaff, { password: stolen.password, token: tokens.staff })).rejects.toMatchObject({
      code: 'not_found',
    })
    // Who invited them invites them anew.
    await restored.call({ actor: owner, via: 'page' }, invitePerson, { ...person, email: member, roles: ['technical'] })
    await restored.call({ actor: staff, via: 'page' }, inviteStaff, {
      ...person,
      email: colleague,
      roles: ['technician'],
    })
    const reads = { owner: target.database.owner, tools: restored.tools }
    await asOn.call(joinAccount, { ...join, token: await tokenSentTo(reads, member, 'invitation') })
    await asOn.call(joinStaff, {
      password: newPassword,
      token: await tokenSentTo(reads, colleague, 'staff_invitation'),
    })
    await asOn.call(joinAccount, { ...join, token: tokens.alone })
    expect(await signIn(restored, alone, newPassword)).toBe('signed_in')
  } finally {
    await restored.close()
  }
})
