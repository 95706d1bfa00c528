/** What the desk costs: processor time of program and database together, for one request over HTTP. */
import { type ChildProcess, execFileSync, fork } from 'node:child_process'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '../src/app/settings.ts'
import { cpuOfFamily, memoryOf } from './support/cpu.ts'
import { benchDatabase } from './support/database.ts'
import { askers } from './support/desk-people.ts'
import type { Done, Order, Send } from './support/load.ts'
import { median } from './support/rate.ts'
import { atMost, type Bench, noted, type Result } from './support/report.ts'
import { fillTickets, idOf } from './support/tickets.ts'
import { webProcess } from './support/web-process.ts'
import { yardstick } from './support/yardstick.ts'

const clients = 8
const rounds = 5

export const deskBench: Bench = async ({ small, say, profiles }) => {
  const volume = {
    accounts: small ? 100 : 1_000,
    peoplePerAccount: 2,
    tickets: small ? 1_000 : 10_000,
    messagesPerTicket: 3,
    limitedPersons: 10,
  }
  const sends = small ? 50 : 500
  execFileSync(process.execPath, [join(PROGRAM_FOLDER, 'bin/zavor.mjs'), 'build'], { stdio: ['ignore', 2, 2] })
  say(`laying down ${volume.tickets} tickets of ${volume.messagesPerTicket} messages`)
  const database = await benchDatabase()
  const load = fork(join(import.meta.dirname, 'support/load.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  try {
    await fillTickets(database.owner, volume)
    // Tickets of the member's account; those of limited people are not among them.
    const account = 1
    const own = () => idOf('ticket', account + volume.accounts * below(volume.tickets / volume.accounts))
    const asking = await askers(database, idOf('account', account), idOf('person', account * volume.peoplePerAccount))
    const web = await webProcess(database, profiles)
    const cpu = () => ({ program: cpuOfFamily(web.pid), database: cpuOfFamily(database.postgresPid) })
    const measured: Result[] = []
    const sticks: number[] = []

    /** The median of rounds: a vacuum or a garbage collection of everything falls into one of them. */
    const measure = async (what: string, aim: number | null, make: () => Send) => {
      say(what)
      const some = () => ({ port: web.port, clients, sends: Array.from({ length: sends }, make) })
      for (let warming = 0; warming < 3; warming++) await ask(load, some())
      const spent: number[] = []
      const inDatabase: number[] = []
      for (let round = 0; round < rounds; round++) {
        const order = some()
        const before = cpu()
        await ask(load, order)
        const after = cpu()
        inDatabase.push((after.database - before.database) / sends)
        spent.push((after.program - before.program + after.database - before.database) / sends)
        sticks.push(yardstick())
      }
      const figure = median(spent)
      say(`  ${figure.toFixed(2)} ms, of which the database ${median(inDatabase).toFixed(2)}`)
      measured.push(aim === null ? noted(what, figure, 'ms of CPU') : atMost(what, figure, 'ms of CPU', aim))
    }
    const get = (path: () => string, headers: Record<string, string>) => () =>
      ({ method: 'GET', path: path(), headers }) as const
    const show = () => `/api/v1/tickets/${own()}`
    const search = () => `/api/v1/ticket-search?q=${encodeURIComponent(`mai ref${below(volume.tickets)}`)}`
    const create = (): Send => ({
      method: 'POST',
      path: '/api/v1/tickets',
      headers: { ...asking.memberKey, 'content-type': 'application/json' },
      body: JSON.stringify({ subject: `Nou caz${below(volume.tickets)}`, body: newBody }),
    })

    await measure('API: show a ticket', 1.5, get(show, asking.memberKey))
    await measure(
      'API: newest 50',
      2.5,
      get(() => '/api/v1/inbox/open', asking.staffKey),
    )
    await measure('API: search', 3, get(search, asking.staffKey))
    await measure('API: create a ticket', 3, create)
    await measure(
      'page of a ticket',
      7,
      get(() => `/desk/tickets/${own()}`, asking.memberCookie),
    )
    await measure(
      'page of a ticket in the inbox',
      null,
      get(() => `/staff/inbox/open/${own()}`, asking.staffCookie),
    )
    measured.push(noted('memory of the web process after that', memoryOf(web.pid), 'MB'))
    measured.push(noted('yardstick: a fixed piece of work meanwhile', median(sticks), 'ms of CPU'))
    await web.stop()
    return measured
  } finally {
    load.kill()
    await database.close()
  }
}

const below = (end: number) => Math.floor(Math.random() * end)

const newBody = 'Bună ziua, serverul nu mai merge de azi dimineață. '.repeat(4)

/** Has the other process send, and fails on the first wrong answer: a refusal is quick, and no figure. */
async function ask(load: ChildProcess, order: Order): Promise<void> {
  const done = await new Promise<Done>((resolve) => {
    load.once('message', (message) => resolve(message as Done))
    load.send(order)
  })
  if (done.fault !== null) throw new Error(done.fault)
}
