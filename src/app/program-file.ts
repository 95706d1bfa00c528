import { extname, join } from 'node:path'

/** Where the program of one of our own processes lies: beside this file, as it was written or as it was built. */
export function programFile(name: string): string {
  return join(import.meta.dirname, `${name}${extname(import.meta.filename)}`)
}
