import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'

/** One import of a file: `to` is a file of ours, relative to the root, or the name of a package. */
export interface Import {
  readonly from: string
  readonly to: string
  /** `import type`: it leaves nothing behind when the program runs. */
  readonly typeOnly: boolean
  readonly external: boolean
}

/** Every import of every source file under `folders`. Throws when a relative import leads to no file. */
export function readImports(root: string, folders: readonly string[]): Import[] {
  return folders.flatMap((folder) => sourceFiles(root, folder)).flatMap((file) => importsOf(root, file))
}

function sourceFiles(root: string, folder: string): string[] {
  if (!existsSync(path.join(root, folder))) return []
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts') && !name.includes('compiled/'))
    .map((name) => path.posix.join(folder, name))
    .sort()
}

function importsOf(root: string, from: string): Import[] {
  const source = readFileSync(path.join(root, from), 'utf8')
  const { module, errors } = parseSync(from, source)
  if (errors.length > 0) throw new Error(`${from}: ${errors[0]!.message}`)
  const found = new Map<string, boolean>()
  const add = (request: string, typeOnly: boolean) => found.set(request, (found.get(request) ?? true) && typeOnly)
  for (const item of module.staticImports) {
    add(item.moduleRequest.value, /^import\s+type\b/.test(source.slice(item.start, item.end)))
  }
  for (const item of module.staticExports) {
    const typeOnly = /^export\s+type\b/.test(source.slice(item.start, item.end))
    for (const entry of item.entries) if (entry.moduleRequest) add(entry.moduleRequest.value, typeOnly)
  }
  for (const item of module.dynamicImports) {
    const literal = /^['"](.+)['"]$/.exec(source.slice(item.moduleRequest.start, item.moduleRequest.end))
    if (literal) add(literal[1]!, false)
  }
  return [...found].map(([request, typeOnly]) => resolved(root, from, request, typeOnly))
}

function resolved(root: string, from: string, request: string, typeOnly: boolean): Import {
  if (!request.startsWith('.')) return { from, to: packageOf(request), typeOnly, external: true }
  const to = path.posix.join(path.posix.dirname(from), request.replace(/\?.*$/, ''))
  const generated = to.includes('+types/') || to.includes('compiled/') || to.startsWith('build/')
  if (!generated && !existsSync(path.join(root, to))) throw new Error(`${from}: ${request} leads to no file`)
  return { from, to, typeOnly, external: false }
}

function packageOf(request: string): string {
  if (request.startsWith('node:') || request.startsWith('virtual:')) return request
  const parts = request.split('/')
  return request.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!
}
