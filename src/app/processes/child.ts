import { type BootPacket, readPacket } from './boot-packet.ts'
import type { Health, ToChild, ToSupervisor } from './messages.ts'

export interface Running {
  /** Ends in order: what has begun is finished, nothing new is taken. */
  stop(): Promise<void>
}

export interface Supervisor {
  /** How the rest of Zavor is. Rejects when the supervisor does not answer within 3 s. */
  health(): Promise<Health>
}

type Start = (packet: BootPacket, supervisor: Supervisor) => Promise<Running>

/**
 * Runs one role of Zavor in this process: reads its packet, starts, reports, and ends when told to, or when the supervisor
 * is no more, so that nothing outlives it.
 */
export async function runChild(start: Start): Promise<void> {
  const waiting = new Map<number, (health: Health) => void>()
  let running: Running | undefined
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // Who would end us by force is perhaps no more.
    setTimeout(() => process.exit(1), 8000).unref()
    await running?.stop().catch((error) => report(error))
    process.exit(0)
  }
  process.on('disconnect', () => void stop())
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => {})
  process.on('message', (message: ToChild) => {
    if (message.kind === 'stop') void stop()
    if (message.kind === 'ping') tell({ kind: 'pong', id: message.id })
    if (message.kind === 'health') waiting.get(message.id)?.(message.health)
  })
  // At once: an ordinary end first waits for all that is still at work here, and may wait for ever. It is started anew.
  process.on('uncaughtException', (error) => {
    report(error)
    process.kill(process.pid, 'SIGKILL')
  })
  try {
    running = await start(await readPacket(), { health: () => askHealth(waiting) })
    tell({ kind: 'ready' })
  } catch (error) {
    report(error)
    tell({ kind: 'failed', words: (error as Error).message })
    process.exitCode = 1
    process.disconnect?.()
    setTimeout(() => process.exit(1), 1000).unref()
  }
}

let lastId = 0

function askHealth(waiting: Map<number, (health: Health) => void>): Promise<Health> {
  const id = ++lastId
  return new Promise<Health>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the supervisor does not answer')), 3000)
    waiting.set(id, (health) => {
      clearTimeout(timer)
      resolve(health)
    })
    tell({ kind: 'health', id })
  }).finally(() => waiting.delete(id))
}

function tell(message: ToSupervisor): void {
  // The supervisor may be gone between two lines: the disconnect that follows ends this process.
  process.send?.(message, undefined, undefined, () => {})
}

function report(error: unknown): void {
  process.stderr.write(`${(error as Error)?.stack ?? String(error)}\n`)
}
