import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { constants } from 'node:fs'
import { link, open, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolder } from '../files/make-folder.ts'

/**
 * The independent roots. `desk`: account keys. `broker`: the private key that opens deposits. `database`: the passwords of
 * the database's roles. A process is given the ring of the roots it needs and no other.
 */
export const rootNames = ['desk', 'broker', 'database'] as const
export type RootName = (typeof rootNames)[number]

/** One root: `id` is 16 hex digits chosen at random (not derived from the key), `key` 32 bytes. */
export interface Root {
  readonly id: string
  readonly key: Buffer
}

/** All generations of one root, oldest first: the last one seals, every one opens. Never empty. */
export interface KeyRing {
  readonly name: RootName
  readonly roots: readonly Root[]
}

export type KeyFile = Readonly<Record<RootName, KeyRing>>

/** The key file cannot be used; the message names the file and what to do, never its content. */
export class KeyFileError extends Error {
  readonly code: 'missing' | 'exposed' | 'malformed' | 'exists'
  constructor(code: KeyFileError['code'], path: string, what: string) {
    super(`Key file ${path}: ${what}`)
    this.name = 'KeyFileError'
    this.code = code
  }
}

const HEADER = 'zavor-keys 1'
const LARGEST = 64 * 1024
const LINE = /^(desk|broker|database) ([0-9a-f]{16}) ([A-Za-z0-9_-]{43})$/

/** The root that seals now. */
export function currentRoot(ring: KeyRing): Root {
  return ring.roots[ring.roots.length - 1]!
}

/** A ring with one fresh root, for tests and for new files. */
export function newRing(name: RootName): KeyRing {
  return { name, roots: [newRoot()] }
}

/** Writes a ring as text, to hand one process its own roots through a pipe. */
export function writeRing(ring: KeyRing): string {
  return ring.roots.map((root) => `${ring.name} ${root.id} ${root.key.toString('base64url')}\n`).join('')
}

/** Reads what `writeRing` wrote. Throws when a line is not of that ring. */
export function readRing(name: RootName, text: string): KeyRing {
  const ring = ringsFrom(text.split('\n').filter(Boolean), 'handed over')[name]
  if (ring.length === 0) throw new KeyFileError('malformed', 'handed over', `holds no ${name} root.`)
  return { name, roots: ring }
}

/** Creates the file with one fresh root of each name, mode 0600. Fails with `exists` rather than replace a file. */
export async function createKeyFile(path: string): Promise<KeyFile> {
  const file = { desk: newRing('desk'), broker: newRing('broker'), database: newRing('database') }
  makeFolder(dirname(path))
  const partial = await writePartial(path, file)
  try {
    await link(partial, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    throw new KeyFileError('exists', path, 'is there already and is not replaced.')
  } finally {
    await unlink(partial)
  }
  await syncFolder(path)
  return file
}

/** Reads and checks the file: owner only, whole, checksum right, each root present. */
export async function readKeyFile(path: string): Promise<KeyFile> {
  const text = await readPrivately(path)
  const match = /^([\s\S]*\n)checksum ([0-9a-f]{64})\n$/.exec(text)
  if (!match) throw malformed(path)
  const expected = checksum(match[1]!)
  if (!timingSafeEqual(Buffer.from(expected), Buffer.from(match[2]!))) throw malformed(path)
  const [header, ...lines] = match[1]!.trimEnd().split('\n')
  if (header !== HEADER) throw malformed(path)
  const rings = ringsFrom(lines, path)
  for (const name of rootNames) if (rings[name].length === 0) throw malformed(path)
  const ring = (name: RootName): KeyRing => ({ name, roots: rings[name] })
  return { desk: ring('desk'), broker: ring('broker'), database: ring('database') }
}

/** Reads the file, or creates it when there is none: two processes at once end with the same file. */
export async function openKeyFile(path: string): Promise<KeyFile> {
  try {
    return await readKeyFile(path)
  } catch (error) {
    if (!(error instanceof KeyFileError && error.code === 'missing')) throw error
  }
  try {
    return await createKeyFile(path)
  } catch (error) {
    if (error instanceof KeyFileError && error.code === 'exists') return readKeyFile(path)
    throw error
  }
}

/** Adds a fresh root of that name, which seals from the next start on; older ones go on opening. */
export async function addRoot(path: string, name: RootName): Promise<KeyFile> {
  const file = await readKeyFile(path)
  const next = { ...file, [name]: { name, roots: [...file[name].roots, newRoot()] } }
  await rename(await writePartial(path, next), path)
  await syncFolder(path)
  return next
}

function newRoot(): Root {
  return { id: randomBytes(8).toString('hex'), key: randomBytes(32) }
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('hex')
}

function malformed(path: string): KeyFileError {
  return new KeyFileError(
    'malformed',
    path,
    'is damaged or cut short. Put back your copy of it; a new one opens nothing.',
  )
}

function ringsFrom(lines: string[], path: string): Record<RootName, Root[]> {
  const rings: Record<RootName, Root[]> = { desk: [], broker: [], database: [] }
  const seen = new Set<string>()
  for (const line of lines) {
    const match = LINE.exec(line)
    if (!match || seen.has(match[2]!)) throw malformed(path)
    const key = Buffer.from(match[3]!, 'base64url')
    if (key.length !== 32) throw malformed(path)
    seen.add(match[2]!)
    rings[match[1] as RootName].push({ id: match[2]!, key })
  }
  return rings
}

async function readPrivately(path: string): Promise<string> {
  const handle = await open(path, constants.O_RDONLY).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT')
      throw new KeyFileError('missing', path, 'is not there. Put it back, or name it with ZAVOR_KEY_FILE.')
    throw error
  })
  try {
    // The open handle is asked, not the path: what is checked is what is read.
    const facts = await handle.stat()
    if (!facts.isFile() || facts.size > LARGEST) throw malformed(path)
    if ((facts.mode & 0o077) !== 0) {
      throw new KeyFileError('exposed', path, 'can be read by others on this machine. Make it private: chmod 600.')
    }
    return await handle.readFile('utf8')
  } finally {
    await handle.close()
  }
}

async function writePartial(path: string, file: KeyFile): Promise<string> {
  const body = `${HEADER}\n${rootNames.map((name) => writeRing(file[name])).join('')}`
  const partial = `${path}.${randomBytes(6).toString('hex')}.partial`
  const handle = await open(partial, 'wx', 0o600)
  try {
    await handle.writeFile(`${body}checksum ${checksum(body)}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return partial
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r')
  await folder.sync().finally(() => folder.close())
}
