import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Writable } from 'node:stream'
import { makeFolder } from '../files/make-folder.ts'
import { processesIn, signal, waitUntil } from '../process/process-table.ts'
import { makeSocketFolder } from '../process/socket-folder.ts'
import { ensureCluster, HERE } from './embedded-cluster.ts'
import { endLeftovers, readyServer } from './embedded-leftovers.ts'
import { type Programs, programs } from './embedded-programs.ts'
import { flagsFor } from './embedded-settings.ts'
import { embeddedUrl, resolved, socketFolderOf } from './embedded-socket.ts'
import { settleOwnerPassword } from './owner-password.ts'

export interface EmbeddedServer {
  /** Connection string of the owner. */
  readonly url: string
  /** Of PostgreSQL itself. */
  readonly pid: number
  /** Fulfilled when the server is no more, whoever ended it. */
  readonly ended: Promise<void>
  /** Ends the server in order, harder when it does not follow. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** The cluster's own folder; made when absent. Its log lies beside it. */
  readonly folder: string
  /** Newest first: the first becomes the owner's password, an older one is replaced by it. */
  readonly ownerPasswords: readonly string[]
  /** Faster, and lost when the machine stops: for tests alone. */
  readonly disposable?: boolean
}

const LARGEST_LOG = 5_000_000

/** Ends the server that a killed process left on this folder, if one still runs. */
export async function endEmbedded(folder: string): Promise<void> {
  if (existsSync(folder)) await endLeftovers(resolved(folder), socketFolderOf(resolved(folder)))
}

/**
 * PostgreSQL as a child process on a unix socket. When this process dies, whatever way, the server ends too: a small
 * shell waits at a pipe whose other end is held here.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const { ownerPasswords, disposable = false } = options
  const found = programs()
  makeFolder(dirname(options.folder))
  const folder = resolved(options.folder)
  const socketFolder = socketFolderOf(folder)
  const url = embeddedUrl(folder, ownerPasswords[0]!)
  await endLeftovers(folder, socketFolder)
  await ensureCluster(folder, found, ownerPasswords[0]!, !disposable)
  if (socketFolder !== folder) makeSocketFolder(socketFolder, found.user)
  const wrapper = launch(folder, flagsFor(socketFolder === folder ? '.' : socketFolder, disposable), found)
  const ended = new Promise<void>((resolve) => wrapper.once('exit', () => resolve()).once('error', () => resolve()))
  const stop = () => stopServer(folder, socketFolder, wrapper)
  try {
    const pid = await waitForReady(folder, wrapper)
    await settleOwnerPassword((password) => embeddedUrl(folder, password), ownerPasswords)
    return { url, pid, ended, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** At the end of file on 3 the server is asked to stop. Its pid is not trusted without its folder. */
const WRAPPER = `
"$0" "$@" 3<&- &
server=$!
{ read -r _ <&3; [ "/proc/$server/cwd" -ef . ] && kill -INT "$server"; } &
guard=$!
exec 3<&-
wait "$server"
code=$?
kill "$guard" 2>/dev/null
exit "$code"
`

function launch(folder: string, flags: string[], { postgres, user }: Programs): ChildProcess {
  const log = openLog(folder)
  try {
    return spawn('/bin/sh', ['-c', WRAPPER, postgres, '-D', HERE, ...flags], {
      cwd: folder,
      ...user,
      env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
      stdio: ['ignore', log, log, 'pipe'],
      // A group of its own: an interrupt typed at the terminal must reach the supervisor alone, which stops all in order.
      detached: true,
    })
  } finally {
    closeSync(log)
  }
}

async function waitForReady(folder: string, wrapper: ChildProcess): Promise<number> {
  const failed = () => wrapper.pid === undefined || wrapper.exitCode !== null || wrapper.signalCode !== null
  await waitUntil(() => readyServer(folder) !== null || failed(), 120_000)
  const pid = readyServer(folder)
  if (pid !== null) return pid
  const said = readFileSync(logOf(folder), 'utf8').slice(-2000)
  throw new Error(`PostgreSQL does not start. The end of ${logOf(folder)}:\n${said}`)
}

async function stopServer(folder: string, socketFolder: string, wrapper: ChildProcess): Promise<void> {
  const gone = () => processesIn(folder, 'postgres').length === 0
  const guard = wrapper.stdio[3] as Writable | undefined
  guard?.destroy()
  if (!(await waitUntil(gone, 4000))) {
    for (const pid of processesIn(folder, 'postgres')) signal(pid, 'SIGQUIT')
    await waitUntil(gone, 1000)
  }
  await endLeftovers(folder, socketFolder)
  if (socketFolder !== folder) rmSync(socketFolder, { recursive: true, force: true })
}

function logOf(folder: string): string {
  return `${folder}.log`
}

function openLog(folder: string): number {
  const path = logOf(folder)
  if (existsSync(path) && statSync(path).size > LARGEST_LOG) truncateSync(path)
  return openSync(path, 'a', 0o600)
}
