/** Notes signs of fraud in the transaction of what shows them. What is going on goes on: a sign stops nothing. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '../platform/database/id.ts'
import * as rules from './fraud.rules.ts'
import { makeSignupCounter } from './signup-counter.ts'

type Trx = QueryExecutorProvider & { readonly isTransaction: boolean }
interface About {
  readonly accountId: string
  readonly personId: string
}

const signups = makeSignupCounter()

/** Under a purpose that may add to fraud_signal. `address` is counted in memory and not kept. */
export async function noteSignUp(
  trx: Trx,
  about: About,
  seen: {
    readonly email: string
    readonly country: string
    readonly taxNumber?: string | undefined
    readonly address?: string | undefined
    readonly now: Date
  },
): Promise<void> {
  const signs = [
    ...rules.throwawayMail(seen.email),
    ...rules.countryMismatch(seen.country, seen.taxNumber),
    ...rules.tooManySignups(signups.count(seen.address, seen.now)),
  ]
  await insert(trx, about, null, signs, seen.now)
}

/** Under the purpose orders: it reads what the account is and what is offered. */
export async function noteOrder(
  trx: Trx,
  about: About,
  seen: {
    readonly orderId: string
    readonly priceMinor: string | number
    readonly currency: string
    readonly answers: readonly string[]
    readonly now: Date
  },
): Promise<void> {
  const { rows } = await sql<{ created_at: Date; middle: string | null }>`
    select a.created_at, (select percentile_disc(0.5) within group (order by s.price_minor)::text from service s
      where s.published_at is not null and s.retired_at is null and s.currency = ${seen.currency}) as middle
    from account a where a.id = ${about.accountId}`.execute(trx)
  const [account] = rows
  const signs = [
    ...rules.newAccountValue({
      priceMinor: Number(seen.priceMinor),
      middleMinor: Number(account?.middle ?? 0),
      currency: seen.currency,
      accountAge: account ? seen.now.getTime() - account.created_at.getTime() : rules.newFor,
    }),
    ...rules.patternsIn(seen.answers),
  ]
  await insert(trx, about, seen.orderId, signs, seen.now)
}

async function insert(trx: Trx, about: About, orderId: string | null, signs: readonly rules.Sign[], now: Date) {
  if (signs.length === 0) return
  const values = signs.map(
    ({ kind, detail }) =>
      sql`(${about.accountId}::uuid, ${newId()}::uuid, ${about.personId}::uuid, ${orderId}::uuid, ${kind}, ${detail}, ${now}::timestamptz)`,
  )
  await sql`insert into base.fraud_signal (account_id, id, person_id, order_id, kind, detail, raised_at)
    values ${sql.join(values)}`.execute(trx)
}
