import { beforeAll, describe, expect, it } from 'vitest'
import { givenCodeApp, nextCode } from '../../../test/support/code-app.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import {
  cookieHeader,
  givenLogin,
  givenMember,
  givenPassword,
  givenSession,
  givenStaff,
} from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { makeCallers } from '../caller.ts'
import { signInWithCode } from '../sign-in/sign-in-with-code.ts'
import { signInWithPassword } from '../sign-in/sign-in-with-password.ts'
import { changePassword } from './change-password.ts'
import { endSecondFactor, renewRecoveryCodes } from './change-second-factor.ts'
import { endOtherSessions, endSession } from './end-session.ts'
import { confirmSecondFactor, startSecondFactor } from './enrol-second-factor.ts'
import { removePasskey } from './remove-passkey.ts'
import { showSecurity } from './show-security.ts'
import { codeAt } from './totp.rules.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  return () => desk.close()
})

const visitor = () => desk.as({ kind: 'visitor' })
const member = async () => givenLogin(desk, await givenMember(desk))
const staff = async () => givenLogin(desk, { ...(await givenStaff(desk)), secondFactor: false })
const callerOf = async (cookie: string) => {
  const callers = makeCallers(desk.handles, desk.tools.signIn)
  return (await callers.ofPage(new Request('http://desk.test/', { headers: { cookie } }))).caller.actor
}
const secretOf = async (loginId: string) => {
  const { rows } = await desk.owner.query('select secret from base.login_two_factor where login_id = $1', [loginId])
  return desk.tools.signIn.open(rows[0].secret)
}
const wrongCode = (right: string) => String((Number(right) + 1) % 1_000_000).padStart(6, '0')

/** A login with the app turned on: its secret and recovery codes. */
async function enrolled({ actor }: Awaited<ReturnType<typeof member | typeof staff>>) {
  return await givenCodeApp(desk, actor)
}

async function firstStep(email: string): Promise<string> {
  const answer = await visitor().call(signInWithPassword, { email, password: givenPassword, keep: false })
  expect(answer.outcome).toBe('second_factor')
  expect(answer.cookies.join()).not.toMatch(/zavor_session=[^;]/)
  return cookieHeader(answer.cookies)
}

const secondStep = (cookie: string, code: string, kind: 'app' | 'recovery' = 'app') =>
  visitor().call(signInWithCode, { code, kind, keep: false, cookie })

describe('the second factor', () => {
  it('is asked for once it is on; until then nothing changes', async () => {
    const somebody = await member()
    const { actor, email } = somebody
    const started = await desk.as(actor).call(startSecondFactor, {})
    expect(started.square.path).toMatch(/^M/)
    expect(await desk.as(actor).call(startSecondFactor, {})).toEqual(started)
    const right = codeAt(await secretOf(actor.loginId), new Date())
    await expect(desk.as(actor).call(confirmSecondFactor, { code: wrongCode(right) })).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    })
    await givenSession(desk, email)
    const { secret } = await enrolled(somebody)
    const cookie = await firstStep(email)
    expect(await secondStep(cookie, wrongCode(codeAt(secret, new Date())))).toMatchObject({ outcome: 'wrong' })
    const answer = await secondStep(cookie, nextCode(secret))
    expect(answer).toMatchObject({ outcome: 'signed_in' })
    expect(await callerOf(cookieHeader(answer.cookies))).toMatchObject({ personId: actor.personId })
    expect(await secondStep(cookie, nextCode(secret))).toMatchObject({ outcome: 'wrong' })
  })

  it('cannot be passed with the session of somebody else, nor without the first step', async () => {
    const victim = await member()
    await enrolled(victim)
    const attacker = await member()
    const { secret } = await enrolled(attacker)
    const first = await firstStep(attacker.email)
    const own = cookieHeader((await secondStep(first, nextCode(secret))).cookies)
    const victims = await firstStep(victim.email)
    const code = codeAt(secret, new Date())
    expect(await secondStep(`${own}; ${victims}`, code)).toMatchObject({ outcome: 'wrong' })
    expect(await secondStep(own, code)).toMatchObject({ outcome: 'wrong' })
    expect(await secondStep('', code)).toMatchObject({ outcome: 'wrong' })
  })

  it('lets in by each code once, also when two try at once, and by none older than the last', async () => {
    const somebody = await member()
    const { secret } = await enrolled(somebody)
    const used = await firstStep(somebody.email)
    expect((await secondStep(used, codeAt(secret, new Date()))).outcome).toBe('wrong')
    const cookies = [await firstStep(somebody.email), await firstStep(somebody.email)]
    const answers = await Promise.all(cookies.map((cookie) => secondStep(cookie, nextCode(secret))))
    expect(answers.map((answer) => answer.outcome).sort()).toEqual(['signed_in', 'wrong'])
    const { rows } = await desk.owner.query('select count(*)::int as n from base.login_session where login_id = $1', [
      somebody.actor.loginId,
    ])
    expect(rows).toEqual([{ n: 1 }])
  })

  it('gives up after five wrong codes, also when the sixth is right', async () => {
    const somebody = await member()
    const { secret } = await enrolled(somebody)
    const cookie = await firstStep(somebody.email)
    const wrong = wrongCode(codeAt(secret, new Date()))
    for (let attempt = 0; attempt < 5; attempt += 1) await secondStep(cookie, wrong)
    const last = await secondStep(cookie, codeAt(secret, new Date()))
    expect(last.outcome).toBe('wrong')
    expect(last.cookies.join()).toMatch(/zavor_second_factor=;.*Max-Age=0/)
  })

  it('says that it is locked after ten wrong codes in a row, also to the right one, and for how long', async () => {
    const somebody = await member()
    const { secret } = await enrolled(somebody)
    const wrong = wrongCode(codeAt(secret, new Date()))
    for (let first = 0; first < 2; first += 1) {
      const cookie = await firstStep(somebody.email)
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect((await secondStep(cookie, wrong)).outcome, `${first} ${attempt}`).toBe('wrong')
    }
    const cookie = await firstStep(somebody.email)
    await expect(secondStep(cookie, nextCode(secret))).rejects.toMatchObject({ code: 'too_many', status: 429 })
    await desk.owner.query(`update base.login_two_factor set locked_until = now() where login_id = $1`, [
      somebody.actor.loginId,
    ])
    expect((await secondStep(cookie, nextCode(secret))).outcome).toBe('signed_in')
  })

  it('takes from the browser a first step that is no more, so that the page starts again', async () => {
    for (const cookie of ['', 'zavor_second_factor=made.up']) {
      const answer = await secondStep(cookie, '123456')
      expect(answer.outcome).toBe('wrong')
      expect(answer.cookies.join()).toMatch(/zavor_second_factor=;.*Max-Age=0/)
    }
  })

  it('lets in by each recovery code once, also when two try at once', async () => {
    const somebody = await member()
    const { recoveryCodes } = await enrolled(somebody)
    const [code = ''] = recoveryCodes
    const cookies = [await firstStep(somebody.email), await firstStep(somebody.email)]
    const answers = await Promise.all(cookies.map((cookie) => secondStep(cookie, code, 'recovery')))
    expect(answers.filter((answer) => answer.outcome === 'signed_in')).toHaveLength(1)
    const shown = await desk.as(somebody.actor).call(showSecurity, {})
    expect(shown.app).toEqual({ recoveryCodesLeft: 9 })
    const renewed = await desk.as(somebody.actor).call(renewRecoveryCodes, {})
    expect(await secondStep(await firstStep(somebody.email), recoveryCodes[1] ?? '', 'recovery')).toMatchObject({
      outcome: 'wrong',
    })
    const answer = await secondStep(await firstStep(somebody.email), renewed.recoveryCodes[0] ?? '', 'recovery')
    expect(answer.outcome).toBe('signed_in')
  })

  it('keeps its secrets encrypted', async () => {
    const somebody = await member()
    const { secret, recoveryCodes } = await enrolled(somebody)
    const { rows } = await desk.owner.query('select * from base.login_two_factor where login_id = $1', [
      somebody.actor.loginId,
    ])
    const stored = JSON.stringify(rows)
    for (const plain of [secret, ...recoveryCodes]) expect(stored).not.toContain(plain)
  })

  it('is required of staff, also of those with a passkey, and cannot be turned off', async () => {
    const somebody = await staff()
    const { actor, email } = somebody
    await desk.owner.query(
      `insert into base.login_passkey (id, login_id, public_key, credential_id, counter, device_type, backed_up)
       values (gen_random_uuid(), $1, 'x', gen_random_uuid()::text, 0, 'singleDevice', false)`,
      [actor.loginId],
    )
    const cookie = await givenSession(desk, email)
    expect(await callerOf(cookie)).toMatchObject({ kind: 'staff', secondFactor: false })
    await enrolled(somebody)
    await firstStep(email)
    const whole = { ...actor, secondFactor: true }
    await expect(desk.as(whole).call(endSecondFactor, {})).rejects.toMatchObject({ code: 'last_factor' })
  })

  it('moves to another app without a moment in which the old one is off', async () => {
    const somebody = await member()
    const { actor, email } = somebody
    const { secret, recoveryCodes } = await enrolled(somebody)
    expect(await desk.as(actor).call(startSecondFactor, {})).toMatchObject({ isReplacing: true })
    await expect(desk.as(actor).call(confirmSecondFactor, { code: codeAt(secret, new Date()) })).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    })
    expect((await secondStep(await firstStep(email), nextCode(secret))).outcome).toBe('signed_in')
    const { rows } = await desk.owner.query('select next_secret from base.login_two_factor where login_id = $1', [
      actor.loginId,
    ])
    const next = await desk.tools.signIn.open(rows[0].next_secret)
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => desk.as(actor).call(confirmSecondFactor, { code: codeAt(next, new Date()) })),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect((await secondStep(await firstStep(email), recoveryCodes[0] ?? '', 'recovery')).outcome).toBe('wrong')
    expect((await secondStep(await firstStep(email), codeAt(secret, new Date()))).outcome).toBe('wrong')
    expect((await secondStep(await firstStep(email), nextCode(next))).outcome).toBe('signed_in')
  })

  it('can be turned off by a member, who is told so by letter', async () => {
    const somebody = await member()
    await enrolled(somebody)
    await desk.as(somebody.actor).call(endSecondFactor, {})
    await givenSession(desk, somebody.email)
    const letters = await lettersTo(desk, somebody.email)
    expect(letters.filter((letter) => letter.kind === 'security_change')).toHaveLength(2)
  })
})

describe('sessions and passwords', () => {
  it('another person’s session, key or passkey is not found', async () => {
    const victim = await member()
    const attacker = await member()
    await givenSession(desk, victim.email)
    const { sessions } = await desk.as(victim.actor).call(showSecurity, {})
    const sessionId = sessions[0]?.id ?? ''
    await expect(desk.as(attacker.actor).call(endSession, { sessionId })).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.as(attacker.actor).call(removePasskey, { passkeyId: sessionId })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await desk.as(attacker.actor).call(showSecurity, {})).sessions).toEqual([])
    await desk.as(victim.actor).call(endSession, { sessionId })
    expect((await desk.as(victim.actor).call(showSecurity, {})).sessions).toEqual([])
  })

  it('all others end, and this one stays', async () => {
    const { actor, email } = await member()
    const [mine, other] = [await givenSession(desk, email), await givenSession(desk, email)]
    await desk.as(actor).call(endOtherSessions, { cookie: mine })
    expect(await callerOf(mine)).toMatchObject({ kind: 'member' })
    expect(await callerOf(other)).toEqual({ kind: 'visitor' })
  })

  it('a new password needs the present one, and ends the other sessions', async () => {
    const { actor, email } = await member()
    const [mine, other] = [await givenSession(desk, email), await givenSession(desk, email)]
    const change = (current: string, password: string) =>
      desk.as(actor).call(changePassword, { current, password, cookie: mine })
    await expect(change('not the password', 'cinci pere pe pat')).rejects.toMatchObject({
      fields: { current: expect.any(String) },
    })
    await expect(change(givenPassword, '123456789012')).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    await change(givenPassword, 'cinci pere pe pat')
    expect(await callerOf(mine)).toMatchObject({ kind: 'member' })
    expect(await callerOf(other)).toEqual({ kind: 'visitor' })
  })
})
