import type { Settings } from '../app/settings.ts'

/** One command of `npx zavor`, with the words that follow its name. Answers the exit code. */
export type Command = (settings: Settings, words: readonly string[]) => Promise<number>
