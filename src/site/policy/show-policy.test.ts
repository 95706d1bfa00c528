import { describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { newId } from '../../platform/database/id.ts'
import { promiseIds } from '../../privacy/promises/promise.ts'
import { sweepPromises } from '../../privacy/promises/sweep-promises.ts'
import { showPolicy } from './show-policy.ts'

const visitor = { kind: 'visitor' } as const

async function setUp(desk: TestDesk, name = 'Zid SRL') {
  await desk.owner.query(
    `insert into base.provider (id, name, address, privacy_email, country, language, currency)
     values ($1, $2, 'Str. Lungă 1, Cluj', 'date@zid.test', 'RO', 'ro', 'RON')`,
    [newId(), name],
  )
}

describe('the policy', () => {
  it('is not published before the provider is set up', async () => {
    const desk = await testDesk()
    await expect(desk.as(visitor).call(showPolicy, { language: 'ro' })).rejects.toMatchObject({ code: 'not_set_up' })
  })

  it.each(['ro', 'en'] as const)(
    'names the provider and the authority, and has a clause of each promise: %s',
    async (language) => {
      const desk = await testDesk()
      await setUp(desk)
      const shown = await desk.as(visitor).call(showPolicy, { language })
      expect(shown.sections.flatMap((section) => section.clauses.map((clause) => clause.kept.promise))).toEqual(
        promiseIds,
      )
      const text = JSON.stringify(shown)
      for (const words of ['Zid SRL', 'Str. Lungă 1', 'date@zid.test', 'ANSPDCP', 'www.dataprotection.ro']) {
        expect(text).toContain(words)
      }
      expect(text).not.toContain('{{')
    },
  )

  it('shows what the checks found, and when', async () => {
    const desk = await testDesk()
    await setUp(desk)
    const clause = async (promise: string) => {
      const shown = await desk.as(visitor).call(showPolicy, { language: 'en' })
      return shown.sections.flatMap((section) => section.clauses).find(({ kept }) => kept.promise === promise)?.kept
    }
    expect(await clause('P25')).toMatchObject({ state: 'not_yet', checkedAt: null })
    await desk.runJob(sweepPromises.name, {})
    await desk.runJobs()
    expect(await clause('P25')).toMatchObject({ state: 'kept', checkedAt: expect.any(Date) })
    // No measure is entered in an empty register: looked at, and not kept.
    expect(await clause('P27')).toMatchObject({ state: 'not_yet', checkedAt: expect.any(Date) })
  })

  it('keeps a hostile name as words', async () => {
    const desk = await testDesk()
    await setUp(desk, '<script>alert(1)</script> [x](javascript:alert(1))')
    const { intro } = await desk.as(visitor).call(showPolicy, { language: 'en' })
    expect(JSON.stringify(intro)).not.toMatch(/"to":"javascript/)
    expect(intro[0]).toMatchObject({ children: [{ kind: 'text', text: expect.stringContaining('<script>') }, {}, {}] })
  })
})
