/** What really left, held against who was enabled when it left. */

import type { PurposeName } from '../../../policy/policy.ts'
import { useOf as howUsed } from '../../privacy/map/uses.ts'
import { type Ground, type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'
import { type Entry, longestToReview, type Ground as TransferGround, unready } from './processor.rules.ts'

/**
 * Letters that a mail server took and backups that a store elsewhere took, since the register began: all of each, to nobody
 * enabled, after their carrier was blocked. A backup left when it began: nothing of one that is cut off remains.
 */
const departed = `select count(*) filter (where l.what = 'letter')::int as sent,
    count(*) filter (where l.what = 'backup')::int as copies,
    count(*) filter (where p.id is null or not exists (
      select from base.recipient_step s where s.processor_id = p.id and s.kind = 'enabled' and s.at <= l.sent_at))::int as unnamed,
    count(*) filter (where l.sent_at > p.disabled_at or l.sent_at > g.invalid_at)::int as late
  from (select 'letter' as what, sent_at, carrier from base.letter where status = 'sent'
        union all select 'letter', sent_at, carrier from base.staff_letter where status = 'sent'
        union all select 'backup', started_at, carrier from base.backup_run
          where reach = 'elsewhere' and name is not null and how <> 'found') l
    left join base.processor p on p.id = l.carrier left join base.transfer_ground g on g.id = p.ground_id
  where l.sent_at > (select min(at) from base.recipient_step)`

async function leaving({ inspector }: Ground) {
  const { rows } = await inspector.query<{ sent: number; copies: number; unnamed: number; late: number }>(departed)
  return rows[0] ?? { sent: 0, copies: 0, unnamed: -1, late: -1 }
}

/** Purposes that may post letters although the policy names nobody who would carry them. */
function untold({ maps, policy }: Ground): number {
  const letters = maps.filter(({ table }) => table === 'letter' || table === 'staff_letter')
  const sends = (purpose: string) =>
    letters.some((map) => {
      const { sealed } = map.columns
      return sealed && ['blind', 'write', 'add'].includes(howUsed(map, sealed, purpose as PurposeName) ?? '')
    })
  return Object.entries(policy.purposes).filter(([name, { recipients }]) => sends(name) && !recipients.includes('mail'))
    .length
}

const enabledOnly = promiseCheck({
  promise: 'P22',
  need: 'enabled_only',
  async run(ground) {
    const { inspector } = ground
    const { sent, copies, unnamed, late } = await leaving(ground)
    const { rows } = await inspector.query<{ hosts: number; waiting: number }>(
      `select (select count(*)::int from base.processor p join base.transfer_ground g on g.id = p.ground_id
           where p.recipient = 'hosting' and p.enabled_at is not null and g.invalid_at is null) as hosts,
         (select count(*)::int from base.letter where status = 'waiting')
           + (select count(*)::int from base.staff_letter where status = 'waiting') as waiting`,
    )
    const { hosts, waiting } = rows[0] ?? { hosts: 0, waiting: 0 }
    const silent = untold(ground)
    return {
      // Data always lies on some machine: while nobody says whose, it is with a recipient that is not enabled.
      holds: hosts > 0 && unnamed === 0 && late === 0 && silent === 0,
      figure: {
        ro: `găzduire activată: ${hosts}; scrisori plecate: ${sent}; copii de siguranță plecate: ${copies}; fără destinatar activat: ${unnamed + late}; care așteaptă: ${waiting}; scopuri care scriu nedeclarat: ${silent}`,
        en: `hosting enabled: ${hosts}; letters gone: ${sent}; backups gone: ${copies}; to nobody enabled: ${unnamed + late}; waiting: ${waiting}; purposes that write undeclared: ${silent}`,
      },
    }
  },
})

/** Enabled entries that could not be enabled today: by the rules of enabling, which look at the policy of today. */
async function misfits({ inspector, policy }: Ground): Promise<number> {
  const { rows } = await inspector.query<{ entry: Entry; ground: TransferGround | null; today: string }>(
    `select jsonb_build_object('recipient', p.recipient, 'name', p.name, 'country', p.country, 'purposes', p.purposes,
         'categories', p.categories, 'groundId', p.ground_id, 'contractKind', p.contract_kind,
         'contractReference', p.contract_reference, 'contractOn', p.contract_on) as entry,
       case when g.id is not null then jsonb_build_object('kind', g.kind, 'reviewOn', null, 'isInvalid', false) end as ground,
       current_date::text as today
     from base.processor p left join base.transfer_ground g on g.id = p.ground_id where p.enabled_at is not null`,
  )
  return rows.filter(({ entry, ground, today }) => Object.keys(unready(policy, entry, ground, today)).length > 0).length
}

const blocked = promiseCheck({
  promise: 'P42',
  need: 'blocked',
  async run(ground) {
    const { late } = await leaving(ground)
    const { rows } = await ground.inspector.query<{
      enabled: number
      fallen: number
      groundless: number
      overdue: number
    }>(
      `select count(*)::int as enabled, count(*) filter (where g.invalid_at is not null)::int as fallen,
         count(*) filter (where g.id is null or p.country is null or p.contract_on is null or g.valid_on > current_date)::int as groundless,
         count(*) filter (where g.invalid_at is null and case when g.review_on is null then g.kind <> 'eea'
             else g.review_on not between current_date and current_date + $1::integer end)::int as overdue
       from base.processor p left join base.transfer_ground g on g.id = p.ground_id where p.enabled_at is not null`,
      // Two clocks, with a day between them at most.
      [longestToReview + 1],
    )
    const { enabled, fallen, groundless, overdue } = rows[0] ?? { enabled: 0, fallen: 0, groundless: -1, overdue: 0 }
    const misfit = await misfits(ground)
    return {
      holds: enabled > 0 && late === 0 && groundless === 0 && overdue === 0 && misfit === 0,
      figure: {
        ro: `destinatari activați: ${enabled}; opriți de un temei căzut: ${fallen}; fără țară, temei sau dată: ${groundless}; altfel decât spune politica: ${misfit}; temeiuri neverificate la timp: ${overdue}; trimise după cădere: ${late}`,
        en: `recipients enabled: ${enabled}; stopped by a fallen ground: ${fallen}; without country, ground or date: ${groundless}; not as the policy says: ${misfit}; grounds not reviewed in time: ${overdue}; sent after the fall: ${late}`,
      },
    }
  },
})

export const processorPromises: readonly PromiseCheck[] = [enabledOnly, blocked]
