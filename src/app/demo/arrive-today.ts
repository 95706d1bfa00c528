/**
 * What waits for a decision in the demonstration has come in when it is started: nobody sat before it while it was off, so
 * nobody let a day pass. Only what the demonstration itself laid down and nobody has touched; who lets a demonstration
 * that runs wait for longer sees what is then shown to everybody.
 */
import type { Pool } from 'pg'
import { hoursToDecide } from '../../children/child-report.rules.ts'
import { answerClock } from '../../privacy/clock/answer-clock.ts'
import { demoId } from './demo-id.ts'
import { demoEmails } from './demo-people.ts'

/** The report about a child, whose day would be over, the sign of fraud, whose two weeks would, the request, whose month would. */
export async function arriveToday(owner: Pool): Promise<void> {
  await owner.query(
    `update base.child_report set received_at = now(), due_at = now() + make_interval(hours => $2), reminded = 0
     where id = $1 and decided_at is null`,
    [demoId('child'), hoursToDecide],
  )
  await owner.query(
    `update base.fraud_signal s set raised_at = now() from base.person p
     where p.account_id = s.account_id and p.id = s.person_id and p.email = any ($1)
       and s.kind = 'many_links' and s.decision is null`,
    [demoEmails],
  )
  const now = new Date()
  const { dueOn } = answerClock({ receivedAt: now, extendedAt: null, pauses: [], country: 'RO' })
  await owner.query(
    `with waiting as (
       update base.rights_case c set received_at = $2, identity_at = $2, due_on = $3 from base.person p
       where p.account_id = c.account_id and p.id = c.person_id and p.email = any ($1) and c.kind = 'rectification'
         and c.status = 'open' and not exists (
           select from base.rights_step s where s.account_id = c.account_id and s.case_id = c.id and s.by_kind = 'staff')
       returning c.account_id, c.id)
     update base.rights_step s set at = $2 from waiting w where s.account_id = w.account_id and s.case_id = w.id`,
    [demoEmails, now, dueOn],
  )
}
