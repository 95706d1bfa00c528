import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { give } from '../process/socket-folder.ts'
import type { Programs } from './embedded-programs.ts'

/** Login and database of the owner. The superuser `postgres` has no password, so nobody logs in as it. */
export const OWNER = 'zavor'

/**
 * The server reaches its folder as its working directory, which is set before root's rights are dropped: so every folder
 * above may stay closed to it.
 */
export const HERE = '/proc/self/cwd'

const MAJOR = '18'

const INITDB = ['-D', HERE, '-U', 'postgres', '--auth=reject', '--encoding=UTF8', '--no-instructions'].concat([
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
])

const RULES = `# Written by Zavor. The database answers to nobody without a password.
local all postgres reject
local all all scram-sha-256
`

/**
 * Makes the database cluster unless it is there. It is made beside its place and renamed when whole, so that whatever
 * is killed half-way, the folder either is a whole cluster or is not there.
 */
export async function ensureCluster(
  folder: string,
  programs: Programs,
  ownerPassword: string,
  sync: boolean,
): Promise<void> {
  removePartials(folder)
  if (existsSync(folder)) return checkVersion(folder)
  const partial = `${folder}.partial-${process.pid}`
  mkdirSync(partial, { mode: 0o700 })
  give(partial, programs.user)
  await run(programs.initdb, [...INITDB, ...(sync ? [] : ['--no-sync'])], partial, programs)
  await run(programs.postgres, ['--single', '-D', HERE, '-j', 'template1'], partial, programs, ownerSql(ownerPassword))
  writeFileSync(join(partial, 'pg_hba.conf'), RULES)
  renameSync(partial, folder)
}

/**
 * The owner is no superuser: what works here works on a managed server too. It may hand on the maintenance of tables, a
 * checkpoint and a change of log file, by which the bytes of deleted rows leave the files. Said in template1, from which
 * the database is made, as the right to a function belongs to a database.
 */
function ownerSql(password: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(password)) throw new Error('The password of the owner would need quoting.')
  return [
    `create role ${OWNER} login createrole createdb password '${password}'`,
    `grant pg_signal_backend to ${OWNER}`,
    `grant pg_maintain, pg_checkpoint to ${OWNER} with admin option`,
    `grant execute on function pg_switch_wal() to ${OWNER} with grant option`,
    `create database ${OWNER} owner ${OWNER}`,
  ]
    .map((statement) => `${statement};\n\n`)
    .join('')
}

function removePartials(folder: string): void {
  for (const name of readdirSync(dirname(folder))) {
    if (!name.startsWith(`${basename(folder)}.partial-`)) continue
    rmSync(join(dirname(folder), name), { recursive: true, force: true })
  }
}

function checkVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (version !== MAJOR) throw new Error(`${folder} was made by PostgreSQL ${version}; this release brings ${MAJOR}.`)
}

function run(program: string, args: string[], cwd: string, { user }: Programs, input = ''): Promise<void> {
  const env = { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' }
  const child = spawn(program, args, { cwd, ...user, env, stdio: 'pipe' })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes
  })
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      // A single-user server ends with 0 also when a statement failed.
      if (code === 0 && !/\b(ERROR|FATAL|PANIC):/.test(said)) resolve()
      else reject(new Error(`${basename(program)} ended with ${code}:\n${said.slice(-2000)}`))
    })
  })
}
