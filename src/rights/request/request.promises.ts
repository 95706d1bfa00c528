/** What requests about data keep of P1, P33, P35, P37 and P38: read from every request that was ever made. */
import { z } from 'zod'
import { answerClock } from '../../privacy/clock/answer-clock.ts'
import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { type Ground, promiseCheck } from '../../privacy/promises/check.ts'
import { authorityLine, complaint } from '../answer/answer-frame.ts'
import { wordsOf } from '../answer/document.ts'
import { pausesIn, type StepRow } from './case.queries.ts'

async function count(ground: Ground, sql: string, values: unknown[] = []): Promise<Record<string, number>> {
  const { rows } = await ground.inspector.query<Record<string, number>>(sql, values)
  return rows[0] ?? {}
}

const opened = ({ operations }: Ground, name: string, who: 'visitor' | 'member') =>
  operations.find((operation) => operation.name === name && operation.who[who] !== undefined)

/**
 * Only what is held for a client alone: nothing is decided over that client's head, nothing is closed unsent, and where nobody of the
 * client could be written to it waits for the staff no longer than some days.
 */
export const passedOn = promiseCheck({
  promise: 'P1',
  need: 'passed_on',
  async run(ground) {
    const {
      asked = 0,
      passed = 0,
      kept = -1,
      answered = -1,
    } = await count(
      ground,
      `select count(*)::int as asked, count(*) filter (where p.passed_on_at is not null)::int as passed,
         count(*) filter (where p.passed_on_at is null and c.identity <> 'asked'
           and (c.status = 'closed' or greatest(c.received_at, c.identity_at) < now() - interval '3 days'))::int as kept,
         count(*) filter (where c.outcome in ('done', 'partly') and not exists (
           select from base.rights_case_person o where o.case_id = c.id and o.capacity = 'controller'))::int as answered
       from base.rights_case_person p join base.rights_case c on c.id = p.case_id where p.capacity = 'processor'`,
    )
    return {
      holds: opened(ground, 'request.ask', 'visitor') !== undefined && kept === 0 && answered === 0,
      figure: {
        ro: `cereri despre clienții unui client: ${asked}; transmise: ${passed}; oprite la noi: ${kept + answered}`,
        en: `requests about a client’s customers: ${asked}; passed on: ${passed}; kept here: ${kept + answered}`,
      },
    }
  },
})

const longestCode = '31 minutes'

/** A code is kept as its hash, is good for half an hour and once; nothing was done for who did not show who asks. */
export const mailedCode = promiseCheck({
  promise: 'P33',
  need: 'mailed_code',
  async run(ground) {
    const {
      sent = 0,
      used = 0,
      weak = -1,
    } = await count(
      ground,
      `select count(*)::int as sent, count(*) filter (where used_at is not null)::int as used,
         count(*) filter (where code_hash !~ '^[A-Za-z0-9_-]{43}$' or expires_at > created_at + $1::interval)::int as weak
       from base.rights_code`,
      [longestCode],
    )
    const { unproven = -1 } = await count(
      ground,
      `select count(*)::int as unproven from base.rights_case c
       where (c.identity = 'code' and not exists (
           select from base.rights_code k where k.case_id = c.id and k.used_at is not null))
         or (c.identity = 'asked' and (c.outcome <> 'refused' or exists (
           select from base.rights_step s where s.case_id = c.id and s.kind = 'applied') or exists (
           select from base.erasure_entry x where x.case_id = c.id)))`,
    )
    const ask = opened(ground, 'request.ask', 'visitor')
    const tells = ask ? Object.keys((z.toJSONSchema(ask.output).properties as object) ?? {}).join() : ''
    const ways = ['request.enter', 'request.send_code'].every((name) => opened(ground, name, 'visitor') !== undefined)
    return {
      // The answer to who asks is the same words for every address, and nothing besides.
      holds: tells === 'lines' && ways && weak === 0 && unproven === 0,
      figure: {
        ro: `coduri trimise: ${sent}; folosite: ${used}; slabe: ${weak}; cereri făcute fără identitate: ${unproven}`,
        en: `codes sent: ${sent}; used: ${used}; weak: ${weak}; requests done without identity: ${unproven}`,
      },
    }
  },
})

/** Both can be asked for with and without an account, and took effect wherever it is known who asked. */
export const limitsAsked = promiseCheck({
  promise: 'P35',
  need: 'asked',
  async run(ground) {
    const { asked = 0, idle = -1 } = await count(
      ground,
      `select count(*)::int as asked, count(*) filter (where not exists (
           select from base.rights_step s where s.case_id = c.id and s.kind = 'applied'))::int as idle
       from base.rights_case c where c.kind in ('restriction', 'objection') and c.identity <> 'asked' and exists (
         select from base.rights_case_person p where p.case_id = c.id and p.capacity = 'controller')`,
    )
    const takes = (name: string, who: 'visitor' | 'member', more: object) =>
      [{ kind: 'restriction' }, { kind: 'objection', purpose: 'improvement' }].every(
        (one) => opened(ground, name, who)?.input.safeParse({ ...one, ...more }).success === true,
      )
    const byMember = takes('request.make', 'member', {})
    const byAnybody = takes('request.ask', 'visitor', { email: 'a@b.test', language: 'ro' })
    return {
      holds: byMember && byAnybody && idle === 0,
      figure: {
        ro: `cereri de restricționare și opoziții: ${asked}; fără efect: ${idle}`,
        en: `requests for restriction and objections: ${asked}; without effect: ${idle}`,
      },
    }
  },
})

/** Every answer that still has its words names the authority with all its details; so does the next one. */
export const inAnswers = promiseCheck({
  promise: 'P37',
  need: 'in_answers',
  async run(ground) {
    const { rows } = await ground.inspector.query<{ name: string; country: string; email: string }>(
      'select name, country, privacy_email as email from base.provider',
    )
    const { name = '', country = 'RO', email = '' } = rows[0] ?? {}
    const authority = ground.policy.authorities[country] ?? ground.policy.authorities.RO
    if (!authority)
      return { holds: false, figure: { ro: 'nicio autoritate în politică', en: 'no authority in the policy' } }
    const line = authorityLine(authority)
    const provider = { name, country, address: '', privacy_email: email, officer: null }
    const isNext = (['ro', 'en'] as const).every((language) => {
      const part = complaint({ language, provider })
      return wordsOf({ title: '', language, day: '', from: [], to: '', parts: [part] }).includes(line)
    })
    const { answers = 0, silent = -1 } = await count(
      ground,
      `select count(*)::int as answers, count(*) filter (where strpos(a.document::text, $1) = 0)::int as silent
       from base.rights_answer a where a.document ? 'parts'`,
      [line],
    )
    return {
      holds: isNext && silent === 0,
      figure: {
        ro: `răspunsuri: ${answers}; fără datele autorității: ${silent}`,
        en: `answers: ${answers}; without the authority’s details: ${silent}`,
      },
    }
  },
})

interface OpenCase {
  readonly id: string
  readonly received_at: Date
  readonly extended_at: Date | null
  readonly due_on: string | null
  readonly steps: readonly { kind: StepRow['kind']; at: string }[]
}

/** The deadline of each open request is worked out anew from its facts: by it the queue is sorted. */
export const clockRuns = promiseCheck({
  promise: 'P38',
  need: 'clock',
  async run({ inspector }) {
    const provider = await inspector.query<{ country: string }>('select country from base.provider')
    const country = provider.rows[0]?.country ?? 'RO'
    const { rows } = await inspector.query<OpenCase>(
      `select c.id, c.received_at, c.extended_at, c.due_on::text,
         (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'at', s.at) order by s.at, s.id), '[]')
          from base.rights_step s where s.account_id = c.account_id and s.case_id = c.id) as steps
       from base.rights_case c where c.status = 'open' order by c.id limit 10000`,
    )
    const wrong = rows.filter(({ received_at, extended_at, due_on, steps }) => {
      const pauses = pausesIn(steps.map(({ kind, at }) => ({ kind, at: new Date(at) })))
      const clock = answerClock({ receivedAt: received_at, extendedAt: extended_at, pauses, country })
      return clock.dueOn !== due_on
    }).length
    return {
      holds: wrong === 0,
      figure: {
        ro: `cereri deschise: ${rows.length}; cu alt termen decât cel calculat: ${wrong}`,
        en: `open requests: ${rows.length}; with another deadline than the computed one: ${wrong}`,
      },
    }
  },
})

/** A request that is past its deadline is a promise broken, and stands here until it is answered. */
export const answeredInTime = promiseCheck({
  promise: 'P38',
  need: 'answered',
  async run(ground) {
    const {
      closed = 0,
      unanswered = -1,
      overdue = -1,
    } = await count(
      ground,
      `select count(*) filter (where c.status = 'closed')::int as closed,
         count(*) filter (where c.status = 'closed' and not exists (
           select from base.rights_answer a where a.account_id = c.account_id and a.case_id = c.id and a.id = c.answer_id
             and a.kind in ('answer', 'partial', 'refusal')))::int as unanswered,
         count(*) filter (where c.status = 'open' and c.due_on < $1::date)::int as overdue
       from base.rights_case c`,
      [civilDayOf(new Date())],
    )
    return {
      holds: unanswered === 0 && overdue === 0,
      figure: {
        ro: `cereri închise: ${closed}; fără răspuns: ${unanswered}; cu termenul depășit: ${overdue}`,
        en: `requests closed: ${closed}; without an answer: ${unanswered}; overdue: ${overdue}`,
      },
    }
  },
})
