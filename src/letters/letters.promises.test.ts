import { expect, it } from 'vitest'
import { testDesk } from '../../test/support/desk.ts'
import { givenMember } from '../../test/support/given.ts'
import { looking, operationsBut } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'

it('P19: a letter that never left, and letters that nobody can see: the check says so', async () => {
  const desk = await testDesk()
  const checks = await looking(desk)
  try {
    const { accountId, personId } = await givenMember(desk)
    await desk.owner.query(
      `insert into base.letter (account_id, id, person_id, kind, language, status) values ($1, $2, $3, 'x', 'ro', 'queued')`,
      [accountId, newId(), personId],
    )
    expect(await checks.look('P19', 'sent_log')).toMatchObject({ holds: true })
    const operations = operationsBut(checks.ground, 'letters.list', null)
    expect(await checks.look('P19', 'sent_log', { operations })).toMatchObject({ holds: false })
    await desk.owner.query(`update base.letter set created_at = now() - interval '2 hours'`)
    expect(await checks.look('P19', 'sent_log')).toMatchObject({ holds: false })
  } finally {
    await checks.close()
  }
})
