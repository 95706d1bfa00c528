/** Everything held about a person as one ZIP, made while it is sent: no row waits in memory for the rest. */
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { QueryExecutorProvider } from 'kysely'
import yazl from 'yazl'
import { policy } from '../../../policy/policy.ts'
import { byteOrderMark, csvLine } from './csv.ts'
import { exportSchema } from './export-schema.ts'
import { type HeldRow, pageHeld, type Subject } from './held-rows.ts'
import type { HeldTable } from './held-tables.ts'
import { whileAllLive } from './while-all-live.ts'

export interface ExportParts {
  readonly db: QueryExecutorProvider
  readonly tables: readonly HeldTable[]
  /** One person, or the persons of one address, each in a folder of their own ('' for one alone, else 'name/'). */
  readonly subjects: readonly [ExportSubject, ...ExportSubject[]]
  readonly now: Date
  /** Of conversations: also what others wrote to the person, or only what the person gave. */
  readonly reach: 'addressed' | 'given'
  /** Documents that go with it: the answer to a request. */
  readonly documents?: readonly { readonly name: string; readonly content: Uint8Array }[]
  /** Gives the content of an attached file. */
  readonly readFile: (accountId: string, fileId: string) => Promise<AsyncIterable<Uint8Array>>
}

export interface ExportSubject {
  readonly subject: Subject
  readonly folder: string
}

interface Piece {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

const pageSize = 1000

/**
 * data.json, a CSV for each table that holds something, schema.json, the attached files, and last manifest.json with
 * the SHA-256 of each of them. A stream that fails ends with the error, so that no half file looks whole: so does one whose
 * person is erased, or leaves the purpose, while it is sent.
 */
export function exportArchive(parts: ExportParts): ReadableStream<Uint8Array> {
  const zip = new yazl.ZipFile()
  const output = zip.outputStream as Readable
  const pieces: Piece[] = []
  const failed = (error: Error) => output.destroy(error)
  let open: Readable | undefined
  zip.on('error', failed)
  output.once('close', () => open?.destroy())
  const add = (name: string, source: () => AsyncIterable<string | Uint8Array>) => {
    zip.addReadStreamLazy(name, { mtime: parts.now, mode: 0o100600 }, (give) => {
      const stream = Readable.from(weighed(name, source(), pieces), { objectMode: false })
      stream.on('error', failed)
      open = stream
      give(null, stream)
    })
  }
  addAll(parts, add, pieces)
    .catch(failed)
    .finally(() => zip.end())
  return whileAllLive(
    parts.db,
    parts.subjects.map(({ subject }) => subject),
    output,
  )
}

type Add = (name: string, source: () => AsyncIterable<string | Uint8Array>) => void

async function addAll(parts: ExportParts, add: Add, pieces: readonly Piece[]): Promise<void> {
  const missing: string[] = []
  for (const { name, content } of parts.documents ?? []) add(name, () => one(content))
  for (const { subject, folder } of parts.subjects) {
    const filled: HeldTable[] = []
    for (const table of parts.tables) {
      const { rows } = await pageHeld(parts.db, table, subject, null, 1, parts.reach)
      if (rows.length > 0) filled.push(table)
    }
    add(`${folder}data.json`, () => dataJson(parts, subject, filled))
    for (const table of filled) add(`${folder}csv/${table.map.table}.csv`, () => csv(parts, subject, table))
    for (const table of filled) await addContents(parts, { subject, folder }, table, add, missing)
  }
  add('schema.json', () => one(json(exportSchema(parts.tables))))
  add('manifest.json', () => one(json(manifest(parts, pieces, missing))))
}

async function addContents(
  parts: ExportParts,
  { subject, folder }: ExportSubject,
  table: HeldTable,
  add: Add,
  missing: string[],
): Promise<void> {
  const { content } = table.map.rule
  if (!content) return
  for await (const row of everyRow(parts, subject, table)) {
    const id = String(row[content.file])
    const name = `${folder}files/${id}-${plainName(String(row[content.name]))}`
    add(name, () => contentOf(parts, subject, id, () => missing.push(name)))
  }
}

/** A file that cannot be read is left empty and named in the manifest: the rest is the person's all the same. */
async function* contentOf(
  parts: ExportParts,
  subject: Subject,
  id: string,
  gone: () => void,
): AsyncIterable<Uint8Array> {
  const content = await parts.readFile(subject.accountId, id).catch(() => null)
  if (content) yield* content
  else gone()
}

async function* everyRow(parts: ExportParts, subject: Subject, table: HeldTable): AsyncIterable<HeldRow> {
  let after: string | null = null
  do {
    const page = await pageHeld(parts.db, table, subject, after, pageSize, parts.reach)
    yield* page.rows
    after = page.next
  } while (after !== null)
}

async function* dataJson(parts: ExportParts, subject: Subject, tables: readonly HeldTable[]): AsyncIterable<string> {
  yield '{'
  for (const [at, table] of tables.entries()) {
    yield `${at === 0 ? '' : ','}\n${JSON.stringify(table.map.table)}: [`
    let first = true
    for await (const row of everyRow(parts, subject, table)) {
      yield `${first ? '' : ','}\n  ${JSON.stringify(exported(table, row))}`
      first = false
    }
    yield ']'
  }
  yield '\n}\n'
}

async function* csv(parts: ExportParts, subject: Subject, table: HeldTable): AsyncIterable<string> {
  const names = table.columns.filter((column) => column.exported).map(({ name }) => name)
  yield byteOrderMark + csvLine(names)
  for await (const row of everyRow(parts, subject, table)) yield csvLine(names.map((name) => row[name]))
}

function exported(table: HeldTable, row: HeldRow): Record<string, unknown> {
  return Object.fromEntries(
    table.columns
      .filter((column) => column.exported)
      .map(({ name }) => {
        const value = row[name]
        return [name, Buffer.isBuffer(value) ? value.toString('base64') : value]
      }),
  )
}

function manifest({ subjects, now }: ExportParts, pieces: readonly Piece[], missing: readonly string[]) {
  return {
    format: 'zavor-export/1',
    made_at: now.toISOString(),
    persons: subjects.map(({ subject, folder }) => ({
      account_id: subject.accountId,
      person_id: subject.personId,
      folder: folder || './',
    })),
    policy: policy.version,
    files: pieces,
    missing,
  }
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

async function* one(content: string | Uint8Array): AsyncIterable<string | Uint8Array> {
  yield content
}

/** Passes bytes on and notes, once all went by, how many they were and their hash. */
async function* weighed(
  name: string,
  source: AsyncIterable<string | Uint8Array>,
  pieces: Piece[],
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const part of source) {
    const chunk = typeof part === 'string' ? Buffer.from(part) : part
    hash.update(chunk)
    bytes += chunk.length
    yield chunk
  }
  pieces.push({ name, bytes, sha256: hash.digest('hex') })
}

/** A name that means nothing to any file system: no path, no hidden file, no control character. */
function plainName(name: string): string {
  return (
    name
      .replaceAll(/[^\p{L}\p{N}. _-]/gu, '_')
      .replace(/^\.+/, '_')
      .slice(-100) || 'file'
  )
}
