/** When backups are made by themselves, and where to. */
export interface BackupPlan {
  readonly place: string
  /** `elsewhere`: they leave this machine, and the register of recipients is asked. */
  readonly reach: 'machine' | 'elsewhere'
  /** Hour and minute in UTC: "03:20". */
  readonly at: string
}

declare module '../privacy/operation/tools.ts' {
  interface Tools {
    /** Null: only by hand. */
    readonly backupPlan: BackupPlan | null
    /** From the policy: how long a backup is kept. */
    readonly backupPeriod: string
  }
}
