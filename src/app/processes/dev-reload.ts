import { watch } from 'node:fs'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../settings.ts'

/** Calls `reload` when a source that the processes run themselves was changed. Pages and texts are reloaded by Vite. */
export function reloadOnChange(reload: () => Promise<void>, say: (line: string) => void): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const change = (name: string) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(async () => {
        say(`${name} was changed: starting again.`)
        await reload().catch((error: Error) => say(error.message))
      })
    }, 200)
  }
  for (const folder of ['src', 'policy', 'migrations']) {
    watch(join(PROGRAM_FOLDER, folder), { recursive: true }, (_, name) => {
      if (name && isOurs(name)) change(join(folder, name))
    })
  }
}

function isOurs(name: string): boolean {
  if (/(^|\/)(pages|ui|compiled)\//.test(name) || name.endsWith('.test.ts')) return false
  return /\.(ts|sql|md)$/.test(name)
}
