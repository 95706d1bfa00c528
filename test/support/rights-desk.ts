/** Those who meet at the rights desk, and what they do there, for tests of requests about data. */
import { afterAll } from 'vitest'
import type { MemberActor, StaffActor } from '../../src/privacy/operation/actor.ts'
import { noteRequest } from '../../src/rights/desk/note-request.ts'
import { type TestDesk, testDesk } from './desk.ts'
import { givenProvider, givenStaff } from './given.ts'
import { lettersTo } from './letters.ts'

interface Given {
  readonly desk: TestDesk
  /** One of the staff with the role privacy. */
  readonly privacy: StaffActor
  /** The desk's present moment. */
  readonly at: Date
}

/** A desk that is set up, with one of the staff for privacy: for all tests of a file, and ended after them. */
export async function privacyDesk({ now, email }: { now?: () => Date; email?: string } = {}): Promise<{
  desk: TestDesk
  privacy: StaffActor
}> {
  const desk = await testDesk({ keep: true, ...(now ? { now } : {}) })
  afterAll(() => desk.close())
  await givenProvider(desk)
  return { desk, privacy: await givenStaff(desk, { roles: ['privacy'], ...(email ? { email } : {}) }) }
}

type Asker = { accountId: string; personId: string } | { name: string; email: string }

export function rightsDesk(given: () => Given) {
  const staff = () => given().desk.as({ ...given().privacy, freshAt: given().at })
  return {
    staff,
    as: (member: MemberActor) => given().desk.as({ ...member, freshAt: given().at }),
    /** Whoever came by a link. */
    visitor: () => given().desk.as({ kind: 'visitor' }, 'link'),
    rows: async (sql: string, values: unknown[] = []) => (await given().desk.owner.query(sql, values)).rows,
    /** Staff note a request that came by post. */
    note: (person: Asker, more: object = {}) =>
      staff().call(noteRequest, {
        person: 'personId' in person ? { accountId: person.accountId, personId: person.personId } : person,
        kind: 'access',
        route: 'letter',
        language: 'ro',
        receivedAt: given().at.toISOString(),
        ...more,
      } as never),
    /** The newest code sent to an address, with the token of the link beside it. */
    lastCode: async (email: string) => {
      const letter = (await lettersTo(given().desk, email)).filter((one) => one.kind === 'rights_code').at(-1)
      return { token: letter?.words.action?.url.split('/').at(-1) ?? '', code: letter?.words.lines[1] ?? '' }
    },
  }
}
