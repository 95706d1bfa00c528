import { describe, expect, it } from 'vitest'
import { givenMember } from '../../../test/support/given.ts'
import { lettersTo } from '../../../test/support/letters.ts'
import { privacyDesk, rightsDesk } from '../../../test/support/rights-desk.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { markerFaults } from '../../privacy/limits/marker-faults.ts'
import { makeRequest } from '../request/make-request.ts'
import { showRequest } from '../request/show-request.ts'
import { announceLifting, endRestriction } from './lift-restriction.ts'
import { showCase } from './show-case.ts'

const dayMs = 86_400_000
let at = new Date()
const { desk, privacy } = await privacyDesk({ now: () => at, email: 'privacy@provider.test' })

const { staff, as } = rightsDesk(() => ({ desk, privacy, at }))
const address = () => `${newId()}@client.test`
const why = 'Cererea se repetă a treia oară în această lună, fără nimic nou.'
const seenBy = async (purpose: 'support' | 'security', personId: string) =>
  (await desk.handles.of(purpose).selectFrom('person').select('id').where('id', '=', personId).execute()).length === 1

describe('the end of a restriction', () => {
  async function restricted(email = address()) {
    const member = await givenMember(desk, { email })
    const { caseId } = await as(member).call(makeRequest, { kind: 'restriction' })
    await desk.runJobs()
    return { member, caseId, email }
  }
  const lift = (caseId: string) => desk.runJob('restriction.lift', { caseId })

  it('is told a week before, and waits until the letter has left', async () => {
    const now = at
    const { member, caseId, email } = await restricted()
    await lift(caseId)
    expect(await seenBy('support', member.personId), 'not told').toBe(false)
    await staff().call(announceLifting, { caseId, reasons: why, by: 'mail' })
    await expect(staff().call(announceLifting, { caseId, reasons: why, by: 'mail' })).rejects.toMatchObject({
      code: 'lifting_told',
    })
    await lift(caseId)
    expect(await seenBy('support', member.personId), 'the same day').toBe(false)
    at = new Date(Date.now() + 8 * dayMs)
    await lift(caseId)
    expect(await seenBy('support', member.personId), 'the letter waits').toBe(false)
    await desk.runJobs()
    expect((await lettersTo(desk, email)).at(-1)?.words.lines.join(' ')).toContain(why)
    await lift(caseId)
    expect(await seenBy('support', member.personId)).toBe(true)
    expect((await staff().call(showCase, { caseId })).steps.at(-1)?.kind).toBe('lifted')
    expect(await markerFaults(desk.owner, maps)).toEqual([])
    at = now
  })

  it('does not come while the letter could not be delivered', async () => {
    const now = at
    const { member, caseId } = await restricted()
    await staff().call(announceLifting, { caseId, reasons: why, by: 'mail' })
    await desk.owner.query(`update base.letter set status = 'failed' where person_id = $1`, [member.personId])
    at = new Date(Date.now() + 8 * dayMs)
    await lift(caseId)
    expect(await seenBy('support', member.personId)).toBe(false)
    at = now
  })

  it('is the person’s own to bring about, and nobody else’s', async () => {
    const { member, caseId } = await restricted()
    const colleague = await givenMember(desk, { accountId: member.accountId })
    await expect(as(colleague).call(endRestriction, { caseId })).rejects.toMatchObject({ code: 'not_found' })
    await as(member).call(endRestriction, { caseId })
    expect(await seenBy('support', member.personId)).toBe(true)
    await expect(as(member).call(endRestriction, { caseId })).rejects.toMatchObject({ code: 'not_restricted' })
  })

  it('leaves what another request of the same person restricts, until that one ends too', async () => {
    const { member, caseId } = await restricted()
    const words = 'Cât timp verificați adresa.'
    const { caseId: another } = await as(member).call(makeRequest, { kind: 'restriction', words })
    await as(member).call(endRestriction, { caseId })
    expect((await as(member).call(showRequest, { caseId })).steps.at(-1)?.kind).toBe('lifted')
    expect(await seenBy('support', member.personId)).toBe(false)
    await as(member).call(endRestriction, { caseId: another })
    expect(await seenBy('support', member.personId)).toBe(true)
  })
})
