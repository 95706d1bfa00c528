import { open, readdir } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { comparable, type Form, formsOf, type Needle } from './needles.ts'
import { type Search, searchFor } from './search.ts'

/** A needle in a place: which, in which form, where. Never the value itself. */
export interface Finding {
  readonly where: string
  readonly needle: string
  readonly form: string
}

const chunkBytes = 1024 * 1024

/**
 * Every file under a folder, as bytes, its name too. A file that goes away meanwhile holds nothing any more.
 * @param skip tells of a path (relative, with slashes) that it is not looked at
 */
export async function scanFiles(
  folder: string,
  needles: readonly Needle[],
  skip: (path: string) => boolean = () => false,
): Promise<Finding[]> {
  const forms = formsOf(needles)
  const search = searchFor(forms)
  const overlap = Math.max(...forms.map(({ bytes }) => bytes.length)) - 1
  const findings: Finding[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name))
    if (skip(path)) continue
    findings.push(...search(comparable(Buffer.from(path))).map((form) => found(`name of ${path}`, form)))
    if (!entry.isFile()) continue
    const hits = await scanFile(join(folder, path), search, overlap)
    findings.push(...hits.map((form) => found(path, form)))
  }
  return findings
}

function found(where: string, { needle, form }: Form): Finding {
  return { where, needle, form }
}

/** @param overlap bytes that the end of one piece shares with the next: a form may lie across */
async function scanFile(path: string, search: Search, overlap: number): Promise<Form[]> {
  const file = await open(path, 'r').catch((error: { code?: string }) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return []
  const hits = new Set<Form>()
  let tail: Buffer = Buffer.alloc(0)
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: chunkBytes, autoClose: false })) {
      const bytes = Buffer.concat([tail, chunk as Buffer])
      for (const form of search(comparable(bytes))) hits.add(form)
      tail = bytes.subarray(Math.max(0, bytes.length - overlap))
    }
  } finally {
    await file.close()
  }
  return [...hits]
}
