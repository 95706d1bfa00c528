import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
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

it('that no longer answers is ended, and the next one taken', async () => {
  const endless = `if (!existsSync('${join(folder, 'looped')}')) {
    writeFileSync('${join(folder, 'looped')}', '')
    setTimeout(() => { for (;;); }, 50)
  }
  ready()`
  const { child, deaths } = kept('loops', endless, { askedEvery: 200 })
  await child.ready
  await vi.waitFor(() => expect(deaths).toEqual(['SIGKILL']), { timeout: 20_000 })
  await vi.waitFor(async () => expect(await child.ailment()).toBe(null), { timeout: 20_000 })
  await child.stop(3_000)
})

it('that falls over does not linger in its own end', async () => {
  const falls = `process.on('exit', () => { for (;;); })
    const { runChild } = await import('${join(import.meta.dirname, 'child.ts')}')
    process.removeAllListeners('message')
    await runChild(async () => {
      if (!existsSync('${join(folder, 'fell')}')) {
        writeFileSync('${join(folder, 'fell')}', '')
        setTimeout(() => { throw new Error('fell over') }, 50)
      }
      return { stop: async () => {} }
    })`
  const { child, deaths } = kept('falls', falls)
  await child.ready
  await vi.waitFor(() => expect(deaths).toEqual(['SIGKILL']), { timeout: 20_000 })
  await vi.waitFor(async () => expect(await child.ailment()).toBe(null), { timeout: 20_000 })
  await child.stop(100)
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
