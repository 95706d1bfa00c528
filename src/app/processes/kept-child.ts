import { type ChildProcess, spawn } from 'node:child_process'
import type { Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import type { BootPacket, Role } from './boot-packet.ts'
import { childEnvironment } from './environment.ts'
import type { ToChild, ToSupervisor } from './messages.ts'

export interface KeptChild {
  readonly role: Role
  /** Fulfilled when it first is ready; rejects when it says why it cannot start, or dies again and again before that. */
  readonly ready: Promise<void>
  /** What is wrong with it now, or null when it answers within a second. */
  ailment(): Promise<string | null>
  /** Ends the process and starts it anew, with what `packet` says then. Rejects when it does not get ready. */
  restart(): Promise<void>
  /** Ends it for good, by force when it takes longer than `within` ms. */
  stop(within: number): Promise<void>
}

export interface KeptChildOptions {
  readonly role: Role
  readonly file: string
  readonly nodeArguments: readonly string[]
  /** Waited for while the child already loads its program. */
  readonly packet: () => Promise<BootPacket>
  /** Ms from the packet until it has to be ready: after that it is taken to hang, ended and started anew. 30,000 unless said. */
  readonly readyWithin?: number
  /** Ms between two questions whether it still answers: one that misses three in a row hangs, and is ended. 15,000 unless said. */
  readonly askedEvery?: number
  /** Answers the child's question about the others. */
  readonly onHealth: (reply: (health: ToChild & { kind: 'health' }) => void, id: number) => void
  /** Told when the process ended without being asked to. */
  readonly onDeath: (role: Role, how: string) => void
}

const SHORTEST_PAUSE = 100
const LONGEST_PAUSE = 10_000
const STEADY = 30_000
const READY_WITHIN = 30_000
const MOST_EARLY_DEATHS = 3
const ASKED_EVERY = 15_000
const MOST_MISSED = 3

/** A child process that is started again whenever it dies, after a pause that grows while it keeps dying. */
export function keepChild(options: KeptChildOptions): KeptChild {
  let child: ChildProcess | undefined
  let isReady = false
  const stopping = new AbortController()
  let asked = false
  let pause = SHORTEST_PAUSE
  let deaths = 0
  let hurry = new AbortController()
  let next: PromiseWithResolvers<void> | undefined
  const pongs = new Map<number, () => void>()
  const first = Promise.withResolvers<void>()
  first.promise.catch(() => {})

  function listen(one: ChildProcess): void {
    one.on('message', (message: ToSupervisor) => {
      if (message.kind === 'ready') {
        isReady = true
        first.resolve()
        next?.resolve()
      }
      if (message.kind === 'failed') {
        first.reject(new Error(message.words))
        next?.reject(new Error(message.words))
      }
      if (message.kind === 'pong') pongs.get(message.id)?.()
      if (message.kind === 'health') options.onHealth((reply) => send(one, reply), message.id)
    })
  }

  async function keep(): Promise<void> {
    while (!stopping.signal.aborted) {
      const began = performance.now()
      asked = false
      const one = launch(options, () => isReady)
      child = one
      listen(one)
      const over = new AbortController()
      void watchOver(one, over.signal)
      const how = await endOf(one)
      over.abort()
      isReady = false
      if (stopping.signal.aborted) return
      if (!asked) options.onDeath(options.role, how)
      next?.reject(new Error(`The process ${options.role} ended (${how}).`))
      deaths += 1
      if (deaths >= MOST_EARLY_DEATHS) first.reject(new Error(`The process ${options.role} does not start (${how}).`))
      pause = asked || performance.now() - began > STEADY ? SHORTEST_PAUSE : Math.min(pause * 2, LONGEST_PAUSE)
      const cut = AbortSignal.any([stopping.signal, hurry.signal])
      await wait(pause, undefined, { signal: cut }).catch(() => {})
    }
  }

  async function answers(one: ChildProcess, within: number): Promise<boolean> {
    const id = ++lastPing
    const answered = new Promise<true>((resolve) => pongs.set(id, () => resolve(true)))
    send(one, { kind: 'ping', id })
    const answer = await Promise.race([answered, wait(within, false, { ref: false })])
    pongs.delete(id)
    return answer
  }

  /** A process that is there and answers nothing, in an endless loop or in its own end, is worse than one that died. */
  async function watchOver(one: ChildProcess, over: AbortSignal): Promise<void> {
    const every = options.askedEvery ?? ASKED_EVERY
    for (let missed = 0; missed < MOST_MISSED; ) {
      await wait(every, undefined, { signal: over, ref: false }).catch(() => {})
      if (over.aborted) return
      // Until it is ready it has its own term.
      missed = !isReady || (await answers(one, every)) ? 0 : missed + 1
    }
    one.kill('SIGKILL')
  }

  let lastPing = 0
  const kept = keep()

  return {
    role: options.role,
    ready: first.promise,
    async ailment() {
      if (!child || !isReady) return 'is not running'
      return (await answers(child, 1000)) ? null : 'does not answer'
    },
    async restart() {
      asked = true
      next = undefined
      if (child) await end(child, 3000)
      next = Promise.withResolvers()
      hurry.abort()
      hurry = new AbortController()
      await next.promise
    },
    async stop(within) {
      stopping.abort()
      first.reject(new Error(`The process ${options.role} was stopped before it was ready.`))
      // Before it is ready it has nothing to bring to an end.
      if (child && !isReady) child.kill('SIGKILL')
      if (child) await end(child, within)
      await Promise.race([kept, wait(LONGEST_PAUSE, undefined, { ref: false })])
    },
  }
}

function launch({ file, nodeArguments, packet, readyWithin = READY_WITHIN }: KeptChildOptions, isReady: () => boolean) {
  const child = spawn(process.execPath, [...nodeArguments, file], {
    env: childEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit', 'pipe', 'ipc'],
    detached: true,
  })
  const pipe = child.stdio[3] as Writable
  pipe.on('error', () => {})
  let hangs: NodeJS.Timeout | undefined
  child.once('exit', () => clearTimeout(hangs))
  packet().then(
    (ready) => {
      pipe.end(JSON.stringify(ready))
      // Waiting for a peer that died in the middle of an answer, it would wait for ever.
      hangs = setTimeout(() => isReady() || child.kill('SIGKILL'), readyWithin)
      if (child.exitCode !== null || child.signalCode !== null) clearTimeout(hangs)
    },
    () => child.kill('SIGKILL'),
  )
  return child
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
}

async function end(child: ChildProcess, within: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = endOf(child)
  send(child, { kind: 'stop' })
  const timer = setTimeout(() => child.kill('SIGKILL'), within)
  await gone
  clearTimeout(timer)
}

function send(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message, () => {})
}
