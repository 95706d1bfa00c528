/** What the privacy centre keeps of P5, P17, P22, P31 to P36: what members can really do in it, and how. */
import type { PurposeName } from '../../policy/policy.ts'
import { heldTables, seenBySelf } from '../privacy/held/held-tables.ts'
import { accountColumn, purposesOf } from '../privacy/map/uses.ts'
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { type Ground, type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { saidAtClosing } from './ending/closing.promises.ts'
import { erasedLater } from './ending/prospect.promises.ts'
import { passedOnErasures } from './ending/told.promises.ts'
import { viewRecipients } from './held/held-view.ts'
import { answeredInTime, clockRuns, inAnswers, limitsAsked, mailedCode, passedOn } from './request/request.promises.ts'

const byMember = ({ operations }: Ground, name: string): AnyOperation | undefined =>
  operations.find((operation) => operation.name === name && operation.who.member !== undefined)

/** Open to members, and how often the log says that it was done. */
async function offered(ground: Ground, names: readonly string[]) {
  const open = names.filter((name) => byMember(ground, name)).length
  const { rows } = await ground.security.query<{ done: number }>(
    `select count(*)::int as done from security.audit_entry where operation = any ($1) and outcome = 'done'`,
    [names],
  )
  return {
    holds: open === names.length,
    figure: {
      ro: `căi deschise: ${open} din ${names.length}; folosite: ${rows[0]?.done ?? 0}`,
      en: `ways open: ${open} of ${names.length}; times used: ${rows[0]?.done ?? 0}`,
    },
  }
}

/** Personal columns of tables about people that their own view leaves out, though no map says why (`export: 'no'`). */
function hidden({ maps }: Ground): number {
  const aboutPeople = maps.filter((map) => accountColumn(map) !== null || map.rule.login !== undefined)
  return aboutPeople.flatMap((map) =>
    Object.values(map.columns).filter(
      (column) => column.options.category && column.options.export !== 'no' && !seenBySelf(map, column),
    ),
  ).length
}

const signedIn = promiseCheck({
  promise: 'P31',
  need: 'signed_in',
  async run(ground) {
    const { holds, figure } = await offered(ground, ['held.overview', 'held.table', 'looked.list'])
    const count = hidden(ground)
    return {
      holds: holds && count === 0,
      figure: {
        ro: `${figure.ro}; coloane cu date personale care nu se văd: ${count}`,
        en: `${figure.en}; columns of personal data that cannot be seen: ${count}`,
      },
    }
  },
})
const seen = promiseCheck({ promise: 'P34', need: 'seen', run: (ground) => offered(ground, ['held.table']) })
const corrected = promiseCheck({
  promise: 'P34',
  need: 'corrected',
  run: (ground) => offered(ground, ['particulars.correct', 'particulars.correct_company']),
})
const erased = promiseCheck({
  promise: 'P34',
  need: 'erased',
  run: (ground) => offered(ground, ['account.end', 'person.end']),
})
const portability = promiseCheck({
  promise: 'P35',
  need: 'portability',
  run: (ground) => offered(ground, ['held.download']),
})

/** Whether members turn a purpose on and off by the same step, and without more for one than for the other. */
function turns(ground: Ground, purpose: string): boolean {
  const set = byMember(ground, 'choice.set')
  const takes = (choice: string) => set?.input.safeParse({ purpose, choice }).success === true
  return set?.who.member === 'any' && !set.who.fresh && takes('on') && takes('off')
}

/** Purposes whose consent is asked each time anew, on exact words, and the operation that gives it and takes it back. */
const askedAnew: Readonly<Record<string, { readonly name: string; readonly give: object; readonly take: object }>> = {
  case_studies: { name: 'case_study.decide', give: { answer: 'yes' }, take: { answer: 'no' } },
  succession: { name: 'succession.answer', give: { answer: 'yes' }, take: { answer: 'no' } },
}
const anyId = '01990000-0000-7000-8000-00000000dead'

/** Whether a member gives and takes back such a consent by the same step. */
function turnsAnew(ground: Ground, purpose: string): boolean {
  const way = askedAnew[purpose]
  const set = way && byMember(ground, way.name)
  if (!way || !set || set.who.fresh) return false
  const ids = { campaignId: anyId, studyId: anyId }
  const taken = (said: object) => {
    const known = Object.entries(ids).filter(([field]) => set.http?.includes(`{${field}}`))
    return set.input.safeParse({ ...Object.fromEntries(known), ...said }).success
  }
  return taken(way.give) && taken(way.take)
}

const openingsByConsent = promiseCheck({
  promise: 'P5',
  need: 'by_consent',
  async run(ground) {
    const { given, withdrawn } = await decisions(ground, 'openings')
    const consent = ground.policy.purposes.openings?.basis.kind === 'consent'
    return {
      holds: consent && turns(ground, 'openings'),
      figure: {
        ro: `acorduri date: ${given}; retrase: ${withdrawn}`,
        en: `consents given: ${given}; withdrawn: ${withdrawn}`,
      },
    }
  },
})

const objection = promiseCheck({
  promise: 'P17',
  need: 'objection',
  async run(ground) {
    const bit = 2 ** (ground.policy.purposes.improvement?.bit ?? 31)
    const { rows } = await ground.inspector.query<{ out: number; seen: number }>(
      `select count(*)::int as out, count(*) filter (where exists (select from improvement.person v
         where v.account_id = p.account_id and v.id = p.id))::int as seen
       from base.person p where p.marker & $1 <> 0`,
      [bit],
    )
    const { out, seen } = rows[0] ?? { out: 0, seen: -1 }
    return {
      holds: turns(ground, 'improvement') && seen === 0,
      figure: {
        ro: `persoane scoase din îmbunătățire: ${out}; văzute totuși: ${seen}`,
        en: `people kept out of improvement: ${out}; seen nevertheless: ${seen}`,
      },
    }
  },
})

/** Every purpose for which somebody's consent stands in the ledger can be left where it was entered. */
const asEasy = promiseCheck({
  promise: 'P36',
  need: 'as_easy',
  async run(ground) {
    const { given, withdrawn, purposes } = await decisions(ground, null)
    const stuck = purposes.filter((purpose) => !turns(ground, purpose) && !turnsAnew(ground, purpose)).length
    return {
      holds: turns(ground, 'updates') && stuck === 0,
      figure: {
        ro: `acorduri date: ${given}; retrase: ${withdrawn}; scopuri fără același buton: ${stuck}`,
        en: `consents given: ${given}; withdrawn: ${withdrawn}; purposes without the same button: ${stuck}`,
      },
    }
  },
})

async function decisions({ inspector }: Ground, purpose: string | null) {
  const { rows } = await inspector.query<{ given: number; withdrawn: number; purposes: string[] }>(
    `select count(*) filter (where decision = 'given')::int as given,
       count(*) filter (where decision = 'withdrawn')::int as withdrawn,
       coalesce(array_agg(distinct purpose), '{}') as purposes
     from base.consent_entry where $1::text is null or purpose = $1`,
    [purpose],
  )
  return rows[0] ?? { given: 0, withdrawn: 0, purposes: [] }
}

/** Whom the policy names for anything that is held about people must stand before the person to whom it belongs. */
const perPerson = promiseCheck({
  promise: 'P22',
  need: 'per_person',
  async run(ground) {
    const aboutPeople = ground.maps.filter((map) => accountColumn(map) !== null || map.rule.login !== undefined)
    const purposes = new Set(aboutPeople.flatMap(purposesOf))
    const receiving = Object.keys(ground.policy.recipients).filter((name) =>
      [...purposes].some((purpose: PurposeName) => ground.policy.purposes[purpose]?.recipients.includes(name)),
    )
    const shown = new Set(viewRecipients(heldTables(ground.maps), []).map(({ name }) => name))
    const unseen = receiving.filter((name) => !shown.has(name)).length
    return {
      holds: byMember(ground, 'held.overview') !== undefined && unseen === 0,
      figure: {
        ro: `destinatari ai datelor păstrate: ${receiving.length}; nearătați persoanei: ${unseen}`,
        en: `recipients of what is held: ${receiving.length}; not shown to the person: ${unseen}`,
      },
    }
  },
})

/** What changes, erases or carries away data. */
const guarded = [
  'particulars.correct',
  'particulars.correct_company',
  'account.end',
  'person.end',
  'held.download',
  'request.make',
  'request.confirm',
  'request.take',
  'restriction.end',
]

/** Answers to what was asked, and steps of a request that change nothing that is held about anybody. */
const harmless = [
  'succession.answer',
  'case_study.decide',
  'fraud.contest',
  'request.note',
  'request.ask_identity',
  'request.settle_recipient',
  'child_report.leave',
]

/** Other ways of people and of the staff to write under the purpose that may change and erase what is held. */
const unguardedWays = ({ operations }: Ground): number =>
  operations.filter(
    ({ name, kind, purpose, who }) =>
      kind === 'write' && purpose === 'rights' && (who.member || who.staff) && !who.fresh && !harmless.includes(name),
  ).length

const freshSignIn = promiseCheck({
  promise: 'P33',
  need: 'fresh_sign_in',
  async run(ground) {
    const open = guarded.flatMap((name) => byMember(ground, name) ?? [])
    const unguarded =
      open.filter(({ who, purpose }) => !who.fresh && purpose !== 'rights').length + unguardedWays(ground)
    return {
      holds: open.length === guarded.length && unguarded === 0,
      figure: {
        ro: `operații: ${open.length}; fără reconectare: ${unguarded}`,
        en: `operations: ${open.length}; without signing in again: ${unguarded}`,
      },
    }
  },
})

export const rightsPromises: readonly PromiseCheck[] = [
  openingsByConsent,
  objection,
  perPerson,
  signedIn,
  freshSignIn,
  seen,
  corrected,
  erased,
  passedOnErasures,
  portability,
  asEasy,
  saidAtClosing,
  passedOn,
  erasedLater,
  mailedCode,
  limitsAsked,
  inAnswers,
  clockRuns,
  answeredInTime,
]
