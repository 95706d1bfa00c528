import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Makes `into` hold what `from` holds, touching only what differs: whoever reads there meanwhile, a server that reloads
 * while one edits, finds every file whole and is told of few.
 */
export async function putInPlace(from: string, into: string): Promise<void> {
  const [wanted, found] = [await filesIn(from), await filesIn(into)]
  for (const name of wanted) {
    const content = await readFile(path.join(from, name))
    const place = path.join(into, name)
    const now = await readFile(place).catch(() => null)
    if (now?.equals(content)) continue
    await mkdir(path.dirname(place), { recursive: true })
    await writeFile(`${place}.new`, content)
    await rename(`${place}.new`, place)
  }
  for (const name of found.filter((name) => !wanted.includes(name))) await rm(path.join(into, name))
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
}
