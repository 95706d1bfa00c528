import type { Command } from './command.ts'
import { isRunning, ownerUrl } from './owner.ts'

export const dbUrl: Command = async (settings) => {
  const url = await ownerUrl(settings)
  if (!isRunning(settings)) process.stderr.write('Zavor does not run: nothing answers there until it does.\n')
  process.stdout.write(`${url}\n`)
  return 0
}
