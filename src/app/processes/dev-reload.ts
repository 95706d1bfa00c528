import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { watchFolder } from '../../platform/process/watch-folder.ts'
import { PROGRAM_FOLDER } from '../settings.ts'

const QUIET = 200

/**
 * Calls `reload` when a source that the processes run themselves was changed; texts are compiled first. Pages are
 * reloaded by Vite. What fails is said, and the next change is another try.
 */
export function reloadOnChange(reload: () => Promise<void>, say: (line: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let changed: string[] = []

  async function follow(): Promise<void> {
    const names = changed
    changed = []
    if (names.length === 0) return
    say(`${names[0]}${names.length > 1 ? ` and ${names.length - 1} more` : ''} was changed: starting again.`)
    try {
      if (names.some(isText)) await compileTexts()
      await reload()
      say('Started again.')
    } catch (error) {
      say((error as Error).message)
    }
  }

  for (const folder of ['src', 'policy', 'migrations']) {
    watchFolder(join(PROGRAM_FOLDER, folder), (below) => {
      const name = join(folder, below)
      if (!isOurs(name) && !isText(name)) return
      if (!changed.includes(name)) changed.push(name)
      clearTimeout(timer)
      timer = setTimeout(() => {
        running = running.then(follow)
      }, QUIET)
    })
  }
}

function isText(name: string): boolean {
  return /\/messages\/\w+\.json$/.test(name)
}

function isOurs(name: string): boolean {
  if (/(^|\/)(pages|ui|compiled)\//.test(name) || name.endsWith('.test.ts')) return false
  return /\.(ts|sql|md)$/.test(name)
}

/** @throws Error with every fault of the texts */
function compileTexts(): Promise<void> {
  const script = join(PROGRAM_FOLDER, 'src/platform/language/compile-messages.ts')
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [script], (error, _, said) => (error ? reject(new Error(said.trim())) : resolve()))
  })
}
