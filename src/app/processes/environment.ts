import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../settings.ts'

/**
 * The environment of our processes. Nothing of ours is handed on but this: it may hold the owner's connection string.
 * Compiled code is kept beside the installed packages: it halves the start, and the memory that compiling takes.
 */
export function childEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ, LANG, NODE_ENV } = process.env
  return {
    PATH,
    TZ,
    LANG,
    NODE_ENV,
    MALLOC_ARENA_MAX: '2',
    NODE_COMPILE_CACHE: join(PROGRAM_FOLDER, 'node_modules/.cache/compiled'),
  }
}
