/** Case studies, written by the staff and answered by an owner of the client. */
import { decideCaseStudy, ownCaseStudies } from '../../src/case-study/decide-study.ts'
import { writeCaseStudy } from '../../src/case-study/write-study.ts'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import type { TestDesk } from './desk.ts'

const text = { titleRo: 'Un caz', titleEn: 'A case', bodyRo: 'A mers.', bodyEn: 'It ran.' }

export async function givenStudy(
  desk: TestDesk,
  by: StaffActor,
  accountId: string,
  more: Partial<typeof text> = {},
): Promise<string> {
  return (await desk.as(by).call(writeCaseStudy, { accountId, ...text, ...more })).studyId
}

/** An owner of the client approves the text as it stands now. */
export async function approveStudy(desk: TestDesk, owner: MemberActor, studyId: string): Promise<void> {
  const { studies } = await desk.as(owner).call(ownCaseStudies, {})
  const { text = '' } = studies.find((one) => one.id === studyId) ?? {}
  await desk.as(owner).call(decideCaseStudy, { studyId, answer: 'yes', text })
}
