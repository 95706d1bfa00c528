import type { Pool } from 'pg'

/**
 * Lines for whoever starts Zavor with a mail server although no company that carries mail is enabled: letters wait then,
 * and it is said where to enter it.
 */
export async function mailNotes(owner: Pool, origin: string): Promise<string[]> {
  const { rows } = await owner.query<{ open: boolean; waiting: number }>(
    `select exists (select from base.processor p join base.transfer_ground g on g.id = p.ground_id
         where p.recipient = 'mail' and p.enabled_at is not null and g.invalid_at is null) as open,
       (select count(*) from base.letter where status = 'waiting')::int
         + (select count(*) from base.staff_letter where status = 'waiting')::int as waiting`,
  )
  const { open = true, waiting = 0 } = rows[0] ?? {}
  if (open) return []
  return [
    `SMTP_URL is set, but no company that carries mail is enabled: letters wait (${waiting} now) and nothing leaves.`,
    `Enter who runs that server, under which contract and in which country, and enable it: ${origin}/staff/registers/recipients`,
  ]
}
