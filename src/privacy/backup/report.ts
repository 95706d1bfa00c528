import { z } from 'zod'

/** What a restore did before anything could be served: kept, and shown to staff. Counts, hashes, times and table names. */
export const restoreReport = z.object({
  /** Of the backup; null in place. */
  backup: z
    .object({
      name: z.string(),
      madeAt: z.string(),
      product: z.string(),
      policyVersion: z.string(),
      tables: z.int(),
      rows: z.int(),
      files: z.int(),
    })
    .nullable(),
  /** Migrations applied after the data was in. */
  migrated: z.array(z.string()),
  /** Lines of the ledger outside that the database did not know, and what they came to. */
  replayed: z.object({
    lines: z.int(),
    erasures: z.int(),
    withdrawals: z.int(),
    objections: z.int(),
    restrictions: z.int(),
    /** Ends of objections and restrictions. */
    lifted: z.int(),
    /** Consents given meanwhile: not brought back, as their proof is lost. */
    consentsLost: z.int(),
    /** What was handed over and taken back, leases ended and rules made stricter. */
    accessEnded: z.int().default(0),
    /** API keys, invitations and passkeys. */
    keysEnded: z.int().default(0),
    /** Places in an account or in the staff. */
    placesEnded: z.int().default(0),
    rolesNarrowed: z.int().default(0),
    /** Places of owners that ended or were narrowed since and stay: nobody else in this database is owner there. */
    ownersKept: z.int().default(0),
    /** Passwords of then that open nothing: changed since, or a second factor that was turned on or replaced since is lost. */
    passwordsVoid: z.int().default(0),
    /** Code apps of then that were turned off or replaced since. */
    factorsEnded: z.int().default(0),
    /** Logins whose recovery codes of then are void: some were used, or all were renewed since. */
    codesVoid: z.int().default(0),
    /** Companies that were disabled and grounds that fell: nothing goes there. */
    recipientsClosed: z.int().default(0),
    /** Public texts whose approval was taken back. */
    approvalsEnded: z.int().default(0),
    /** Case studies that the provider dropped or wrote anew since: the text of then is not shown. */
    studiesDropped: z.int().default(0),
    /** Additions from public sources: the switch that was turned off, and facts that were taken away. */
    additionsEnded: z.int().default(0),
    /** Transfers of the business that were cancelled. */
    campaignsCancelled: z.int().default(0),
    /** Recipients who were told of a change since (Art. 19): they are not told twice. */
    alreadyTold: z.int().default(0),
    /** Recipients who are still to be told of a change. */
    toTell: z.int().default(0),
    /** Lines about somebody whom this database does not know, or that ask for what is so already. */
    aboutNobody: z.int(),
  }),
  /** Rows past their period that ended before the opening, by table. */
  ended: z.record(z.string(), z.int()),
  /** The access log: entries recomputed, and whether its head was the one that the backup names. */
  chain: z.object({ entries: z.int(), headMatches: z.boolean().nullable() }),
  /** Texts of erased people that were looked for everywhere, and where any was found in others' words. */
  residue: z.object({ needles: z.int(), rowsLeft: z.int(), inOthersWords: z.array(z.string()) }),
  /** The newest ledger outside was lost, so that nobody can say what was erased, ended and changed since. */
  ledgerLost: z.boolean().default(false),
  /** People signed in, who sign in again. */
  sessionsEnded: z.int(),
  /** Links and codes that were out at that moment, each good for one use: they may have been used since. */
  linksEnded: z.int().default(0),
})
export type RestoreReport = z.output<typeof restoreReport>
