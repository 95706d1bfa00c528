/** What an erasure keeps of P34: whoever received the data is told, and nobody waits for it longer than an answer may take. */
import { promiseCheck } from '../../privacy/promises/check.ts'
import { recipientsToTell } from '../request/tell-recipients.ts'

/** Since then each erasure says under which request it was passed on. */
const notedSince = 181

export const passedOnErasures = promiseCheck({
  promise: 'P34',
  need: 'passed_on',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ erasures: number; untold: number; waiting: number; late: number }>(
      `select count(*)::int as erasures,
         count(*) filter (where not exists (select from base.rights_case c where c.id = e.case_id)
           or exists (select from unnest($2::text[]) as n(name) where not exists (
             select from base.rights_recipient r where r.case_id = e.case_id and r.recipient = n.name)))::int as untold,
         (select count(*)::int from base.rights_recipient where status = 'to_tell') as waiting,
         (select count(*)::int from base.rights_recipient
           where status = 'to_tell' and created_at < now() - interval '31 days') as late
       from base.erasure_entry e
       where e.by_kind <> 'system' and e.at > (select applied_at from zavor.migration where number = $1)`,
      [notedSince, recipientsToTell().map(({ recipient }) => recipient)],
    )
    const { erasures, untold, waiting, late } = rows[0] ?? { erasures: 0, untold: -1, waiting: 0, late: -1 }
    return {
      holds: untold === 0 && late === 0,
      figure: {
        ro: `ștergeri: ${erasures}; netransmise: ${untold}; destinatari de înștiințat: ${waiting}; de peste o lună: ${late}`,
        en: `erasures: ${erasures}; not passed on: ${untold}; recipients to tell: ${waiting}; for over a month: ${late}`,
      },
    }
  },
})
