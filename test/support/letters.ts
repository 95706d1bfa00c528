/** The captured mailbox, as a test reads it. */
import type { LetterWords } from '../../src/platform/mail/letter-words.ts'
import type { TestDesk } from './desk.ts'

export interface TestLetter {
  readonly kind: string
  readonly to: string
  readonly language: string
  readonly words: LetterWords
}

interface Row {
  readonly id: string
  readonly account_id: string | null
  readonly kind: string
  readonly language: string
  readonly sealed: Buffer
}

/** Every letter to an address, oldest first. */
export async function lettersTo(desk: Pick<TestDesk, 'owner' | 'tools'>, address: string): Promise<TestLetter[]> {
  const { rows } = await desk.owner.query<Row>(
    `select id, account_id, kind, language, sealed, created_at from base.letter where sealed is not null
     union all
     select id, null, kind, language, sealed, created_at from base.staff_letter where sealed is not null
     order by created_at, id`,
  )
  const all = await Promise.all(
    rows.map(async ({ account_id, ...row }) => {
      const { to, words } = await desk.tools.letters.open(account_id ? { ...row, account_id } : row)
      return { kind: row.kind, language: row.language, to, words }
    }),
  )
  return all.filter((letter) => letter.to === address.toLowerCase())
}

/** The token at the end of the newest letter's link. */
export async function tokenSentTo(
  desk: Pick<TestDesk, 'owner' | 'tools'>,
  address: string,
  kind: string,
): Promise<string> {
  const letter = (await lettersTo(desk, address)).filter((one) => one.kind === kind).at(-1)
  const token = letter?.words.action?.url.split('/').at(-1)
  if (!token) throw new Error(`no ${kind} letter to ${address}`)
  return token
}
