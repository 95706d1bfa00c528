/** Accounts, people and tickets in bulk, laid down by the owner: the shapes of a real desk, the words from a small stock. */
import type { Pool } from 'pg'

export interface Volume {
  readonly accounts: number
  readonly peoplePerAccount: number
  readonly tickets: number
  readonly messagesPerTicket: number
  readonly limitedPersons: number
}

/** Deterministic ids: `kind` and number, so that a benchmark can draw one without asking. */
export function idOf(kind: 'account' | 'person' | 'ticket' | 'message', n: number): string {
  const prefix = { account: 'a', person: 'b', ticket: 'c', message: 'd' }[kind]
  return `0000000${prefix}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
}

const sqlId = (kind: 'account' | 'person' | 'ticket' | 'message', n: string) =>
  `('${idOf(kind, 0).slice(0, 24)}' || lpad(to_hex(${n}), 12, '0'))::uuid`

const words = `array['server','mail','certificat','copie','disc','parola','domeniu','firewall','actualizare','memorie',
  'încet','oprit','răspunde','conectare','baza','date','site','migrare','cheie','raport']`

export async function fillTickets(owner: Pool, volume: Volume): Promise<void> {
  const { accounts, peoplePerAccount, tickets, messagesPerTicket, limitedPersons } = volume
  const personOfTicket = `(g % ${accounts}) * ${peoplePerAccount} + (g / ${accounts}) % ${peoplePerAccount}`
  await owner.query(`insert into base.account (id, kind, name, country, language)
    select ${sqlId('account', 'g')}, 'client', 'Client ' || g, 'RO', 'ro' from generate_series(0, ${accounts - 1}) g`)
  await owner.query(`insert into base.person (account_id, id, name, email, language)
    select ${sqlId('account', `g / ${peoplePerAccount}`)}, ${sqlId('person', 'g')}, 'Ioana ' || g, 'p' || g || '@client.test', 'ro'
    from generate_series(0, ${accounts * peoplePerAccount - 1}) g`)
  await owner.query(`insert into base.ticket (account_id, id, opened_by, subject, status, created_at, last_activity_at)
    select ${sqlId('account', `g % ${accounts}`)}, ${sqlId('ticket', 'g')}, ${sqlId('person', personOfTicket)},
      initcap((${words})[1 + g % 20]) || ' ' || (${words})[1 + (g / 20) % 20] || ' caz' || g, 'open',
      now() - make_interval(secs => ${tickets} - g), now() - make_interval(secs => ${tickets} - g)
    from generate_series(0, ${tickets - 1}) g`)
  if (messagesPerTicket > 0) {
    await owner.query(`insert into base.message (account_id, id, ticket_id, author, body, created_at)
      select ${sqlId('account', `g % ${accounts}`)}, ${sqlId('message', `g * ${messagesPerTicket} + m`)}, ${sqlId('ticket', 'g')},
        ${sqlId('person', personOfTicket)}, repeat('Bună ziua, ' || (${words})[1 + (g + m) % 20] || ' nu mai merge de azi dimineață. ', 4) || 'ref' || g,
        now() - make_interval(secs => ${tickets} - g)
      from generate_series(0, ${tickets - 1}) g, generate_series(0, ${messagesPerTicket - 1}) m`)
  }
  // Bit 1 is support's: spread over the people, so that every page meets some.
  const people = accounts * peoplePerAccount
  await owner.query(`select base.apply_marker(account_id, id, marker | 2) from base.person
    where id in (select ${sqlId('person', `g * ${Math.max(1, Math.floor(people / Math.max(1, limitedPersons)))}`)} from generate_series(0, ${limitedPersons - 1}) g)`)
  await owner.query('vacuum analyze')
}
