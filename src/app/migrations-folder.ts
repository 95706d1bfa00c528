import { join } from 'node:path'

/** Where the migrations of this release lie. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')
