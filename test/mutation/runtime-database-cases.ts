/** Changes that are compiled into the database: what a purpose sees there, and how rows end. */
import { newId } from '../../src/platform/database/id.ts'
import { makeRequest } from '../../src/rights/request/make-request.ts'
import { givenMember } from '../support/given.ts'
import type { RuntimeCase } from './runtime-case.ts'
import type { RuntimeGround } from './runtime-ground.ts'

/** Rows that a purpose sees of a person who came just now. */
async function seenOfNewcomer({ desk, see }: RuntimeGround, purpose: string, restrict: boolean): Promise<unknown> {
  const newcomer = await givenMember(desk)
  if (restrict) await desk.as(newcomer).call(makeRequest, { kind: 'restriction' })
  return see(purpose, `select count(*)::integer as seen from ${purpose}.person where id = $1`, [newcomer.personId])
}

const nameSeen = ({ see, member }: RuntimeGround) =>
  see('support', 'select name from support.person where id = $1', [member.personId])

/** What the retention job leaves of a ticket that was closed so long ago. */
const leftOfTicket =
  (ago: string, ...before: readonly [string][]) =>
  async ({ trial, ticketId }: RuntimeGround) => {
    const rows = await trial(
      ...before,
      [`update base.ticket set status = 'closed', closed_at = now() - interval '${ago}' where id = $1`, [ticketId]],
      [`select base.end_due('ticket', 1000)`],
      ['select subject from base.ticket where id = $1', [ticketId]],
    )
    return rows[0]?.subject ?? rows[0]?.refused ?? 'gone'
  }

/** What an erasure leaves of a row of the account that has one of everything. */
const leftOf = (table: string, column: string, scope: 'account' | 'person') => async (ground: RuntimeGround) => {
  const { trial, everything } = ground
  const person = scope === 'person' ? everything.rows.get('person')?.id : null
  const [row] = await trial(
    [`select base.erase_rows('${table}', $1, $2)`, [everything.accountId, person]],
    [`select t."${column}"::text as left from base."${table}" t where t.account_id = $1`, [everything.accountId]],
  )
  return row?.left ?? row?.refused ?? 'gone'
}

export const databaseCases: readonly RuntimeCase[] = [
  {
    kind: 'column uses',
    change: 'person.phone: uses support add -> none',
    ask: ({ see, member }) => see('support', 'select phone from support.person where id = $1', [member.personId]),
    was: [{ phone: '+40 722 000 111' }],
    becomes: 'column "phone" does not exist',
  },
  ...[
    ['pseudonym', [{ name: expect.stringMatching(/^(?!.*Ioana).{12,}$/) }]] as const,
    ['truncated', [{ name: 'I…' }]] as const,
    ['nothing', [{ name: null }]] as const,
  ].map(([mask, becomes]) => ({
    kind: 'column uses',
    change: `person.name: uses support add -> ${mask}`,
    ask: nameSeen,
    was: [{ name: 'Ioana Popa' }],
    becomes,
  })),
  {
    kind: 'table uses',
    change: 'ticket: uses support write -> read',
    ask: ({ see, ticketId }) =>
      see('support', 'update base.ticket set status_at = status_at where id = $1', [ticketId]),
    was: [],
    becomes: expect.stringContaining('permission denied'),
  },
  {
    kind: 'table removedBy',
    change: 'login_rate: removedBy ["identity"] -> []',
    ask: ({ see }) => see('identity', 'delete from base.login_rate where false'),
    was: [],
    becomes: expect.stringContaining('permission denied'),
  },
  {
    kind: 'table throughView',
    change: 'login_session: throughView true -> none',
    ask: ({ see }) => see('identity', 'delete from identity.login_session where false'),
    was: [],
    becomes: expect.stringContaining('permission denied'),
  },
  {
    kind: 'policy purposes basis kind',
    change: 'purposes.support.basis.kind: contract -> consent',
    ask: (ground) => seenOfNewcomer(ground, 'support', false),
    was: [{ seen: 1 }],
    becomes: [{ seen: 0 }],
  },
  {
    kind: 'policy purposes restriction',
    change: 'purposes.support.restriction: stops -> stays',
    ask: (ground) => seenOfNewcomer(ground, 'support', true),
    was: [{ seen: 0 }],
    becomes: [{ seen: 1 }],
  },
  {
    kind: 'policy purposes bit',
    change: 'purposes.support.bit: 1 -> 29',
    ask: ({ see, restricted: { personId } }) =>
      see('support', 'select count(*)::integer as seen from support.person where id = $1', [personId]),
    was: [{ seen: 0 }],
    becomes: [{ seen: 1 }],
  },
  ...['reason.ro: ', 'words.ro: '].map((words) => ({
    // A consent to other words no longer stands.
    kind: `policy purposes ${words.slice(0, words.indexOf('.'))}`,
    change: `purposes.updates.${words}`,
    ask: ({ trial, member: { accountId, personId } }: RuntimeGround) =>
      trial(['select base.marker_of($1, $2) & 256 as out', [accountId, personId]]),
    was: [{ out: 0 }],
    becomes: [{ out: 256 }],
  })),
  {
    kind: 'policy consent lasts',
    change: 'consent.lasts: ',
    ask: ({ trial, member: { accountId, personId } }) =>
      trial(['select base.marker_of($1, $2) & 256 as out', [accountId, personId]]),
    was: [{ out: 0 }],
    becomes: [{ out: 256 }],
  },
  {
    kind: 'policy retention period',
    change: 'retention.conversation.period: P3Y -> P4Y',
    ask: leftOfTicket('3 years 6 months'),
    was: 'gone',
    becomes: 'Serverul nu pornește',
  },
  {
    kind: 'policy retention counted',
    change: 'retention.conversation.counted: none',
    ask: leftOfTicket('3 years 1 day'),
    was: 'gone',
    becomes: 'Serverul nu pornește',
  },
  {
    kind: 'policy retention end',
    change: 'retention.conversation.end: delete -> anonymise',
    ask: leftOfTicket('9 years'),
    was: 'gone',
    becomes: '—',
  },
  {
    kind: 'table clock',
    change: 'ticket: clock {"at":"closed_at"} -> {"at":"created_at"}',
    ask: leftOfTicket('9 years'),
    was: 'gone',
    becomes: 'Serverul nu pornește',
  },
  {
    kind: 'table retention',
    change: 'correction: retention account -> conversation',
    ask: leftOf('correction', 'id', 'person'),
    was: 'gone',
    becomes: expect.stringMatching(/^[0-9a-f-]{36}$/),
  },
  {
    kind: 'table end',
    change: 'correction: end delete -> {"keep":"request_proof"}',
    ask: leftOf('correction', 'id', 'account'),
    was: 'gone',
    becomes: expect.stringMatching(/^[0-9a-f-]{36}$/),
  },
  {
    // Whoever wrote an invitation is not the one whom it is about.
    kind: 'table about',
    change: 'invitation: about person_id -> invited_by',
    ask: async ({ trial, everything: { accountId } }) => {
      const writer = newId()
      const of = [accountId, writer]
      const rows = await trial(
        [`insert into base.person (account_id, id, name, language) values ($1, $2, 'Dan', 'ro')`, of],
        ['update base.invitation set invited_by = $2 where account_id = $1', of],
        [`select base.erase_rows('invitation', $1, $2)`, of],
        ['select id from base.invitation where account_id = $1', [accountId]],
      )
      return rows[0]?.refused ?? rows.length
    },
    was: 1,
    becomes: 0,
  },
  {
    kind: 'column end',
    change: 'message.created_at: end none -> anonymise',
    ask: leftOf('message', 'created_at', 'account'),
    was: expect.stringMatching(/^20/),
    becomes: expect.stringMatching(/^1970/),
  },
  {
    kind: 'column category',
    change: 'order_answer.authorised_email: category contact -> communication',
    ask: leftOf('order_answer', 'authorised_email', 'person'),
    was: expect.not.stringContaining('Runtime'),
    becomes: expect.stringMatching(/runtime/i),
  },
  {
    kind: 'table holds',
    change: 'legal_hold: holds ',
    ask: async (ground) => {
      const { accountId } = ground.member
      const { staffId } = ground.privacy
      return leftOfTicket('9 years', [
        `insert into base.legal_hold (account_id, id, reason, set_by) values ('${accountId}', gen_random_uuid(), 'Proces', '${staffId}')`,
      ])(ground)
    },
    was: 'Serverul nu pornește',
    becomes: 'gone',
  },
]
