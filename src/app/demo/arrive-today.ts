/**
 * What waits for a decision in the demonstration has come in when it is started: nobody sat before it while it was off, so
 * nobody let a day pass. Only what the demonstration itself laid down and nobody has touched; who lets a demonstration
 * that runs wait for longer sees what is then shown to everybody.
 */
import type { Pool } from 'pg'
import { hoursToDecide } from '../../children/child-report.rules.ts'
import { demoId } from './demo-id.ts'
import { demoEmails } from './demo-people.ts'

/** The report about a child, whose day would be over, and the sign of fraud, whose two weeks would. */
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
}
