/** What the public pages promise about cookies is broken, page by page and in the policy, and each check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { type Looking, looking, pageOf } from '../../../test/support/promises.ts'
import type { SeenPage } from '../../privacy/promises/check.ts'
import { readChosen } from './choice-cookie.ts'

let desk: TestDesk
let checks: Looking
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

type Situation = 'open' | 'refused' | 'agreed'
const say = (answer: string, look = 'quiet') => `<button type="submit" class="${look}" name="choice" value="${answer}">`
const bodies: Readonly<Record<Situation, string>> = {
  open: say('reject') + say('accept'),
  refused: '',
  agreed: say('withdraw'),
}

function situation(cookie: string | undefined): Situation {
  const value = /zavor_choice=([^;]*)/.exec(cookie ?? '')?.[1] ?? null
  const chosen = readChosen(value, new Date())
  return chosen === null ? 'open' : chosen.given.length > 0 ? 'agreed' : 'refused'
}

/** The pages as they should be, but for one of them in one situation. */
const pages =
  (broken?: Situation, change: Partial<SeenPage> = {}) =>
  async (path: string, cookie?: string): Promise<SeenPage> => {
    const here = situation(cookie)
    return pageOf(bodies[here], here === broken && path === '/en/services' ? change : {})
  }

describe('a broken promise about cookies is seen', () => {
  it.each([
    ['registry_only', 'open', { cookies: ['zavor_language=ro; Path=/'] }],
    ['registry_only', 'refused', { cookies: ['follower=1; Path=/'] }],
    ['registry_only', 'agreed', { cookies: ['follower=1; Path=/'] }],
    ['none_optional', 'open', { cookies: ['zavor_visit=1; Path=/; Max-Age=600'] }],
    ['none_optional', 'refused', { cookies: ['zavor_visit=1; Path=/'] }],
    ['equal_buttons', 'open', { body: say('accept') }],
    ['equal_buttons', 'open', { body: say('reject', 'small') + say('accept', 'primary') }],
    ['equal_buttons', 'agreed', { body: '<a href="/en/cookies">' }],
  ] as const)('%s, %s', async (need, broken, change) => {
    expect(await checks.look('P6', need, { page: pages() })).toMatchObject({ holds: true })
    expect(await checks.look('P6', need, { page: pages(broken, change) })).toMatchObject({ holds: false })
  })

  it('taking an optional cookie from the browser is no setting of it', async () => {
    const page = pages('refused', { cookies: ['zavor_visit=; Path=/; Max-Age=0'] })
    expect(await checks.look('P6', 'none_optional', { page })).toMatchObject({ holds: true })
  })

  it('a choice that nothing keeps, as its cookie no longer stands in the registry', async () => {
    const { zavor_choice: _, ...cookies } = policy.cookies
    const changed = { page: pages(), policy: { ...policy, cookies } }
    expect(await checks.look('P6', 'registry_only', changed)).toMatchObject({ holds: false })
  })
})
