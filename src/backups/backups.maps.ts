import { backupRunData } from './backup-run.data.ts'
import { restoreRunData } from './restore-run.data.ts'

export const backupsMaps = [backupRunData, restoreRunData]
