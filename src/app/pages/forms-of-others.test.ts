/** A form is shown to nobody whose sending would be refused. */
import { RouterContextProvider } from 'react-router'
import { expect, it } from 'vitest'
import { loader as newTarget } from '../../access/pages/new-target.tsx'
import { loader as writeStudy } from '../../case-study/pages/write.tsx'
import { loader as clientPlaybook } from '../../desk/pages/client-playbook.tsx'
import { loader as inviteStaff } from '../../identity/pages/invite-staff.tsx'
import { loader as staffPerson } from '../../identity/pages/staff-person.tsx'
import { loader as newService } from '../../orders/pages/new-service.tsx'
import { visitKey } from '../../platform/http/visit.ts'
import { loader as newBreach } from '../../registers/pages/new-breach.tsx'
import { loader as newDisclosure } from '../../registers/pages/new-disclosure.tsx'
import { loader as newGround } from '../../registers/pages/new-ground.tsx'
import { loader as newCampaign } from '../../succession/pages/new-campaign.tsx'

const forms = {
  'staff.invite': inviteStaff,
  'staff.change_roles': staffPerson,
  'target.add': newTarget,
  'playbook.save': clientPlaybook,
  'case_study.write': writeStudy,
  'service.save': newService,
  'breach.note': newBreach,
  'disclosure.note': newDisclosure,
  'transfer_ground.add': newGround,
  'succession.start': newCampaign,
} as const

/** Loads a page for somebody who may do these things alone. */
async function load(page: (typeof forms)[keyof typeof forms], may: readonly string[]) {
  const context = new RouterContextProvider()
  const staff = [{ staffId: 'one' }]
  const call = async () => ({ notices: {}, provider: null, staff, studies: [], client: {}, breaches: [] })
  const visit = { call, can: (name: string) => may.includes(name), locale: 'ro', actor: { kind: 'staff', roles: [] } }
  context.set(visitKey, visit as never)
  const params = { staffId: 'one', accountId: 'one' }
  return await page({ context, params, request: new Request('http://desk.test/staff') } as never)
}

it.each(Object.entries(forms))('%s', async (operation, page) => {
  await expect(load(page, [])).rejects.toMatchObject({ init: { status: 403 }, data: { code: 'role' } })
  await expect(load(page, [operation])).resolves.not.toThrow()
})
