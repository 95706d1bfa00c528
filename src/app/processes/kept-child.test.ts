import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import type { BootPacket } from './boot-packet.ts'
import { type KeptChildOptions, keepChild } from './kept-child.ts'

const folder = mkdtempSync(join(tmpdir(), 'zavor-kept-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A program that answers; `body` says when it is ready. */
function kept(name: string, body: string, more: Partial<KeptChildOptions> = {}) {
  const file = join(folder, `${name}.mjs`)
  writeFileSync(
    file,
    `import { existsSync, writeFileSync } from 'node:fs'
     const ready = () => process.send({ kind: 'ready' })
     process.on('message', ({ kind, id }) => {
       if (kind === 'ping') process.send({ kind: 'pong', id })
       if (kind === 'stop') process.exit(0)
     })
     ${body}`,
  )
  const deaths: string[] = []
  const child = keepChild({
    role: 'worker',
    file,
    nodeArguments: [],
    packet: async () => ({}) as BootPacket,
    onHealth: () => {},
    onDeath: (_, how) => deaths.push(how),
    ...more,
  })
  return { child, deaths }
}

const second = (name: string) => `if (existsSync('${join(folder, name)}')) ready()
  else writeFileSync('${join(folder, name)}', '')`

it('that hangs before it is ready is ended, and the next one taken', async () => {
  const { child, deaths } = kept('hangs', second('hung'), { readyWithin: 1_500 })
  await child.ready
  expect(deaths).toEqual(['SIGKILL'])
  expect(await child.ailment()).toBe(null)
  await child.stop(3_000)
})

it('that is ready is left alone, however long it runs', async () => {
  const { child, deaths } = kept('steady', 'ready()', { readyWithin: 300 })
  await child.ready
  // Longer than it was given to get ready: what would end it has had its turn.
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(await child.ailment()).toBe(null)
  expect(deaths).toEqual([])
  await child.stop(3_000)
})
