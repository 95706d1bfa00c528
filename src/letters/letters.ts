/** Posting letters: `tools.letters`. A letter is sealed and committed with the write that causes it; a job sends it. */
import { type QueryExecutorProvider, sql } from 'kysely'
import { newId } from '../platform/database/id.ts'
import type { AccountKeys } from '../platform/keys/account-keys.ts'
import type { LetterWords } from '../platform/mail/letter-words.ts'
import type { Post } from '../platform/mail/post.ts'

/** Seals what belongs to no account: letters to staff. */
export const providerKeyId = '00000000-0000-7000-8000-000000000000'

interface Addressed {
  /** E-mail address. */
  readonly to: string
  /** What kind of letter, stable: 'invitation', 'ticket_reply', ... */
  readonly kind: string
  readonly language: 'ro' | 'en'
  readonly words: LetterWords
}

/**
 * To a person of an account; to anybody about an account (`personId` null); or to one of the staff about no client. A
 * letter that speaks of a client names the account whoever it goes to: sealed with its key, it ends with it.
 */
export type Letter = Addressed &
  ({ readonly accountId: string; readonly personId: string | null } | { readonly staffId: string })

/** What is sealed in the row. */
export interface SealedLetter {
  readonly to: string
  readonly words: LetterWords
}

/** A transaction of any purpose that may post letters: its type says that there is one. */
export type LetterTransaction = QueryExecutorProvider & { readonly isTransaction: boolean }

export interface Letters {
  /** Adds a letter to the outbox, to be sent once the transaction is committed. Answers the letter's id. */
  post(trx: LetterTransaction, letter: Letter): Promise<string>
  open(row: { id: string; account_id?: string; sealed: Buffer }): Promise<SealedLetter>
  /** Null: this process sends no mail. Where none does, letters stay in the captured mailbox. */
  readonly server: Post | null
  /** Whether letters leave at all: the worker sends, the pages only show. */
  readonly hasServer: boolean
}

export function makeLetters(keys: AccountKeys, server: Post | null, hasServer = server !== null): Letters {
  return {
    server,
    hasServer,
    async post(trx, letter) {
      const id = newId()
      const { to, words, kind, language } = letter
      const accountId = 'accountId' in letter ? letter.accountId : null
      const sealed = await keys.seal(accountId ?? providerKeyId, placeOf(id), JSON.stringify({ to, words }))
      if ('accountId' in letter) {
        await sql`insert into base.letter (account_id, id, person_id, kind, language, status, sealed)
          values (${letter.accountId}, ${id}, ${letter.personId}, ${kind}, ${language}, 'queued', ${sealed})`.execute(
          trx,
        )
      } else {
        await sql`insert into base.staff_letter (id, staff_id, kind, language, status, sealed)
          values (${id}, ${letter.staffId}, ${kind}, ${language}, 'queued', ${sealed})`.execute(trx)
      }
      const job = JSON.stringify({ letterId: id, accountId })
      await sql`select base.enqueue('letter.send', ${job}::jsonb, null::timestamptz, null::text)`.execute(trx)
      return id
    },
    async open({ id, account_id, sealed }) {
      const plain = await keys.open(account_id ?? providerKeyId, placeOf(id), sealed)
      return JSON.parse(plain.toString()) as SealedLetter
    },
  }
}

function placeOf(id: string) {
  return { record: id, field: 'letter', version: 1 }
}

declare module '../privacy/operation/tools.ts' {
  interface Tools {
    readonly letters: Letters
  }
}
