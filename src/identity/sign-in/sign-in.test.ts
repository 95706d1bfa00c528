import { createHmac } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { cookieHeader, givenLogin, givenMember, givenPassword, givenSession } from '../../../test/support/given.ts'
import { lettersTo, tokenSentTo } from '../../../test/support/letters.ts'
import { endPlace } from '../account/end-place.ts'
import { switchAccount } from '../account/switch-account.ts'
import { makeCallers } from '../caller.ts'
import { askForReset } from './ask-for-reset.ts'
import { confirmAgain } from './confirm-again.ts'
import { setNewPassword, showReset } from './set-new-password.ts'
import { signInWithPassword } from './sign-in-with-password.ts'
import { signOut } from './sign-out.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  return () => desk.close()
})

const visitor = () => desk.as({ kind: 'visitor' })
const signIn = (email: string, password = givenPassword, keep = false, userAgent?: string) =>
  visitor().call(signInWithPassword, { email, password, keep, userAgent })
const callerOf = async (cookie: string) => {
  const callers = makeCallers(desk.handles, desk.tools.signIn)
  return (await callers.ofPage(new Request('http://desk.test/', { headers: { cookie } }))).caller.actor
}
const somebody = async (email?: string) => givenLogin(desk, await givenMember(desk, email ? { email } : {}))
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) AppleWebKit/605.1 Version/19.0 Mobile Safari/604.1'

describe('signing in', () => {
  it('sets one published cookie, which ends with the browser unless kept, and is that person', async () => {
    const { actor, email } = await somebody()
    const answer = await signIn(email)
    expect(answer).toMatchObject({ outcome: 'signed_in', home: '/desk' })
    expect(answer.cookies).toHaveLength(1)
    expect(answer.cookies[0]).toMatch(/^zavor_session=[^;]+; Path=\/; HttpOnly; SameSite=Lax$/)
    expect((await signIn(email, givenPassword, true)).cookies[0]).toMatch(/; Max-Age=604800$/)
    const found = await callerOf(cookieHeader(answer.cookies))
    expect(found).toMatchObject({ ...actor, freshAt: expect.any(Date) })
  })

  it('answers the same for a wrong password, an unknown address and nonsense', async () => {
    const { email } = await somebody()
    const wrong = await signIn(email, 'not the password')
    expect(wrong).toEqual({ outcome: 'wrong', cookies: [] })
    expect(await signIn('nobody@sign-in.test', 'not the password')).toEqual(wrong)
  })

  it('takes as long for an unknown address', async () => {
    const { email } = await somebody()
    const time = async (address: string) => {
      const begun = performance.now()
      await signIn(address, 'not the password')
      return performance.now() - begun
    }
    const pairs: (readonly [number, number])[] = []
    for (let round = 0; round < 3; round += 1)
      pairs.push([await time(email), await time('nobody2@sign-in.test')] as const)
    const best = (at: 0 | 1) => Math.min(...pairs.map((pair) => pair[at]))
    expect(best(1)).toBeGreaterThan(best(0) * 0.5)
    expect(best(1)).toBeLessThan(best(0) * 2)
  })

  it('stops guessing at one address, whatever else is tried, and starts anew after a success', async () => {
    const { email } = await somebody()
    for (let attempt = 0; attempt < 2; attempt += 1) await signIn(email, 'not the password')
    expect(await signIn(email)).toMatchObject({ outcome: 'signed_in' })
    const tries = await Promise.allSettled(Array.from({ length: 12 }, () => signIn(email.toUpperCase(), 'guess')))
    expect(tries.filter((one) => one.status === 'rejected' && one.reason.code === 'too_many')).toHaveLength(2)
    await expect(signIn(email)).rejects.toMatchObject({ code: 'too_many', retryAfterSeconds: expect.any(Number) })
  })

  it('keeps neither a network address nor a readable key of attempts', async () => {
    const { email } = await somebody()
    await desk.call({ actor: { kind: 'visitor' }, via: 'page', address: '203.0.113.77' }, signInWithPassword, {
      email,
      password: givenPassword,
      keep: false,
      userAgent: firefox,
    })
    const { rows } = await desk.owner.query('select ip_address from base.login_session where ip_address > $1', [''])
    expect(rows).toEqual([])
    const counts = await desk.owner.query<{ id: string }>('select id from base.login_rate')
    for (const { id } of counts.rows) expect(id).toMatch(/^[\w-]{43}$/)
  })

  it('announces a new kind of browser by letter, but not the first nor a known one', async () => {
    const { email } = await somebody()
    const devices = async () => (await lettersTo(desk, email)).filter((letter) => letter.kind === 'new_device')
    await signIn(email, givenPassword, false, firefox)
    await signIn(email, givenPassword, false, firefox)
    expect(await devices()).toEqual([])
    await signIn(email, givenPassword, false, iphone)
    await signIn(email, givenPassword, false, iphone)
    expect(await devices()).toHaveLength(1)
    expect((await devices())[0]?.words.lines[1]).toContain('Safari, iOS')
  })
})

describe('a session', () => {
  it('that is forged, altered, ended or expired is nobody', async () => {
    const { email } = await somebody()
    const cookie = await givenSession(desk, email)
    expect((await callerOf(cookie)).kind).toBe('member')
    const { rows } = await desk.owner.query<{ token: string; id: string }>(
      'select s.token, s.id from base.login_session s join base.login l on l.id = s.login_id where l.email = $1',
      [email],
    )
    const { token, id } = rows[0]!
    const forged = `${token}.${createHmac('sha256', 'a guess').update(token).digest('base64')}`
    for (const bad of [`zavor_session=${token}`, `zavor_session=${encodeURIComponent(forged)}`, `${cookie}x`, '']) {
      expect(await callerOf(bad), bad).toEqual({ kind: 'visitor' })
    }
    await desk.owner.query("update base.login_session set expires_at = now() - interval '1 second' where id = $1", [id])
    expect(await callerOf(cookie)).toEqual({ kind: 'visitor' })
  })

  it('that is over is taken from the browser, and nothing else is', async () => {
    const { email } = await somebody()
    const cookie = await givenSession(desk, email)
    const callers = makeCallers(desk.handles, desk.tools.signIn)
    const endedFor = async (header: string) =>
      (await callers.ofPage(new Request('http://desk.test/', { headers: { cookie: header } }))).ended
    expect(await endedFor(cookie)).toBeUndefined()
    expect(await endedFor('zavor_language=ro; zavor_second_factor=x')).toBeUndefined()
    await desk.owner.query('delete from base.login_session')
    expect(await endedFor(`${cookie}; zavor_second_factor=x`)).toEqual([
      'zavor_session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0',
    ])
  })

  it('ends with signing out', async () => {
    const { email } = await somebody()
    const cookie = await givenSession(desk, email)
    const { cookies } = await visitor().call(signOut, { cookie })
    for (const line of cookies) expect(line).toMatch(/Max-Age=0$/)
    expect(await callerOf(cookie)).toEqual({ kind: 'visitor' })
    await visitor().call(signOut, {})
  })

  it('is out at once when the place ends, and gets no new one', async () => {
    const owner = await givenMember(desk)
    const { actor, email } = await givenLogin(
      desk,
      await givenMember(desk, { accountId: owner.accountId, roles: ['technical'] }),
    )
    const cookie = await givenSession(desk, email)
    await desk.as(owner).call(endPlace, { personId: actor.personId })
    expect(await callerOf(cookie)).toEqual({ kind: 'visitor' })
    expect(await signIn(email)).toEqual({ outcome: 'no_place', cookies: [] })
  })

  it('acts in the account that was chosen, and in no other one', async () => {
    const first = await somebody('both@sign-in.test')
    const second = await somebody('Both@sign-in.test')
    const stranger = await somebody()
    expect(second.actor.loginId).toBe(first.actor.loginId)
    const cookie = await givenSession(desk, first.email)
    const here = await callerOf(cookie)
    if (here.kind !== 'member') throw new Error('not a member')
    const other = here.accountId === first.actor.accountId ? second.actor : first.actor
    await desk.as(here).call(switchAccount, { accountId: other.accountId, cookie })
    expect(await callerOf(cookie)).toMatchObject({ accountId: other.accountId, personId: other.personId })
    for (const accountId of [stranger.actor.accountId, null]) {
      await expect(desk.as(here).call(switchAccount, { accountId, cookie })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    const foreign = await givenSession(desk, stranger.email)
    await desk.as(here).call(switchAccount, { accountId: first.actor.accountId, cookie: foreign })
    expect(await callerOf(foreign)).toMatchObject({ accountId: stranger.actor.accountId })
  })

  it('is confirmed again with the right password only, and only itself', async () => {
    const { actor, email } = await somebody()
    const stranger = await somebody()
    const cookie = await givenSession(desk, email)
    const foreign = await givenSession(desk, stranger.email)
    await desk.owner.query('update base.login_session set fresh_at = null')
    const again = (password: string, by: string) => desk.as(actor).call(confirmAgain, { password, cookie: by })
    expect(await again('not the password', cookie)).toEqual({ outcome: 'wrong' })
    expect(await again(givenPassword, foreign)).toEqual({ outcome: 'wrong' })
    expect(await callerOf(cookie)).toMatchObject({ freshAt: null })
    expect(await again(givenPassword, cookie)).toEqual({ outcome: 'confirmed' })
    expect(await callerOf(cookie)).toMatchObject({ freshAt: expect.any(Date) })
    expect(await callerOf(foreign)).toMatchObject({ freshAt: null })
  })
})

describe('a forgotten password', () => {
  it('is replaced by a link that works once, ends all sessions and is announced', async () => {
    const { email } = await somebody()
    const cookie = await givenSession(desk, email)
    expect(await visitor().call(askForReset, { email })).toEqual({})
    const token = await tokenSentTo(desk, email, 'password_reset')
    expect(await visitor().call(showReset, { token })).toEqual({ email })
    await expect(visitor().call(setNewPassword, { token, password: 'parolaparola' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () => visitor().call(setNewPassword, { token, password: 'cinci pere pe pat' })),
    )
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await visitor().call(showReset, { token })).toEqual({ email: null })
    expect(await callerOf(cookie)).toEqual({ kind: 'visitor' })
    expect(await signIn(email)).toMatchObject({ outcome: 'wrong' })
    expect(await signIn(email, 'cinci pere pe pat')).toMatchObject({ outcome: 'signed_in' })
    expect((await lettersTo(desk, email)).map((letter) => letter.kind)).toContain('security_change')
  })

  it('answers an unknown address the same and writes to nobody', async () => {
    const before = await desk.owner.query('select count(*) from base.login_link')
    expect(await visitor().call(askForReset, { email: 'nobody3@sign-in.test' })).toEqual({})
    expect((await desk.owner.query('select count(*) from base.login_link')).rows).toEqual(before.rows)
    expect(await lettersTo(desk, 'nobody3@sign-in.test')).toEqual([])
  })

  it('knows no link that is older than the newest, expired or made up', async () => {
    const { email } = await somebody()
    await visitor().call(askForReset, { email })
    const older = await tokenSentTo(desk, email, 'password_reset')
    await visitor().call(askForReset, { email })
    const newer = await tokenSentTo(desk, email, 'password_reset')
    await desk.owner.query("update base.login_link set expires_at = now() - interval '1 second'")
    for (const token of [older, newer, 'x'.repeat(43), '']) {
      expect(await visitor().call(showReset, { token })).toEqual({ email: null })
      await expect(visitor().call(setNewPassword, { token, password: 'cinci pere pe pat' })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
  })
})
