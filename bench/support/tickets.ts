/** Accounts, people and tickets in bulk, laid down by the owner: the shapes of a real desk, the words from a small stock. */
import type { Pool } from 'pg'
import { inBulk } from './bulk.ts'

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
  // Nobody is limited yet: all people have one marker, and their rows have it too.
  const marker = '(select marker from base.person limit 1)'
  await inBulk(owner, ['ticket', 'message'], async (client, lane, lanes) => {
    const first = Math.floor((tickets * lane) / lanes)
    const last = Math.floor((tickets * (lane + 1)) / lanes) - 1
    await client.query(`insert into base.ticket
        (account_id, id, number, opened_by, subject, status, created_at, last_activity_at, marker)
      select ${sqlId('account', `g % ${accounts}`)}, ${sqlId('ticket', 'g')}, 1001 + g, ${sqlId('person', personOfTicket)},
        initcap((${words})[1 + g % 20]) || ' ' || (${words})[1 + (g / 20) % 20] || ' caz' || g, 'open',
        now() - make_interval(secs => ${tickets} - g), now() - make_interval(secs => ${tickets} - g), ${marker}
      from generate_series(${first}, ${last}) g`)
    if (messagesPerTicket === 0) return
    await client.query(`insert into base.message (account_id, id, ticket_id, author, body, created_at, marker)
      select ${sqlId('account', `g % ${accounts}`)}, ${sqlId('message', `g * ${messagesPerTicket} + m`)}, ${sqlId('ticket', 'g')},
        ${sqlId('person', personOfTicket)}, repeat('Bună ziua, ' || (${words})[1 + (g + m) % 20] || ' nu mai merge de azi dimineață. ', 4) || 'ref' || g,
        now() - make_interval(secs => ${tickets} - g), ${marker}
      from generate_series(${first}, ${last}) g, generate_series(0, ${messagesPerTicket - 1}) m`)
  })
  await owner.query(`select setval('base.ticket_number', ${1001 + tickets})`)
  // Bit 1 is support's: spread over the people, so that every page meets some.
  const people = accounts * peoplePerAccount
  await owner.query(`select base.apply_marker(account_id, id, marker | 2) from base.person
    where id in (select ${sqlId('person', `g * ${Math.max(1, Math.floor(people / Math.max(1, limitedPersons)))}`)} from generate_series(0, ${limitedPersons - 1}) g)`)
  await owner.query('vacuum analyze')
}
