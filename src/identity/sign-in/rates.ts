/** Attempts counted per window, so that nobody tries passwords or floods a mailbox. Counted before the attempt. */
import { createHmac } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { For } from '../../privacy/map/types.ts'
import { TooMany } from '../../privacy/operation/errors.ts'

export interface Rate {
  /** Part of the stored key, so that counts of different things do not mix. */
  readonly name: string
  readonly most: number
  readonly seconds: number
}

export const rates = {
  signInOfLogin: { name: 'sign-in login', most: 10, seconds: 900 },
  codeOfLogin: { name: 'code login', most: 10, seconds: 900 },
  signInFromAddress: { name: 'sign-in address', most: 100, seconds: 900 },
  lettersToLogin: { name: 'letters login', most: 4, seconds: 3600 },
  lettersFromAddress: { name: 'letters address', most: 40, seconds: 3600 },
  tokensFromAddress: { name: 'tokens address', most: 60, seconds: 900 },
} as const satisfies Record<string, Rate>

export interface Rates {
  /** Counts one attempt of `subject` (an e-mail, an address; absent: not counted). @throws TooMany */
  count(rate: Rate, subject: string | undefined): Promise<void>
  /** Forgets the attempts: the person has shown who they are. */
  forget(rate: Rate, subject: string): Promise<void>
}

/**
 * Counts lie in the database, so that they hold across restarts and copies of web. They are written outside the
 * caller's transaction: an attempt counts also when what it tried is rolled back.
 */
export function makeRates(db: Kysely<For<'identity'>>, secret: string): Rates {
  const keyOf = (rate: Rate, subject: string) =>
    createHmac('sha256', secret)
      .update(JSON.stringify([rate.name, subject.toLowerCase()]))
      .digest('base64url')

  return {
    async count(rate, subject) {
      if (!subject) return
      const opened = sql`now() - make_interval(secs => ${rate.seconds})`
      const over = sql<boolean>`login_rate.window_started_at < ${opened}`
      const row = await db
        .insertInto('login_rate')
        .values({ id: keyOf(rate, subject), attempts: 1, window_started_at: sql`now()` })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet({
            attempts: sql`case when ${over} then 1 else least(login_rate.attempts + 1, 1000000) end`,
            window_started_at: sql`case when ${over} then now() else login_rate.window_started_at end`,
          }),
        )
        .returning(['attempts', sql<number>`extract(epoch from now() - window_started_at)`.as('age')])
        .executeTakeFirstOrThrow()
      if (row.attempts > rate.most) throw new TooMany(Math.max(1, Math.ceil(rate.seconds - Number(row.age))))
    },
    async forget(rate, subject) {
      await db.deleteFrom('login_rate').where('id', '=', keyOf(rate, subject)).execute()
    },
  }
}
