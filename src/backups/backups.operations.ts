import { showBackupGate } from './backup-gate.ts'
import { listBackups } from './list-backups.ts'
import { recordBackup } from './record-backup.ts'
import { recordRestore } from './record-restore.ts'

export const backupsOperations = [recordBackup, recordRestore, listBackups, showBackupGate] as const
