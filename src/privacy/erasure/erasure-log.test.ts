import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fileErasureLog, type LoggedErasure } from './erasure-log.ts'

async function givenLog(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'zavor-erasures-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'erasures.log')
  const log = fileErasureLog(path)
  for (let at = 1; at <= count; at++) await log.append(erasure(at))
  return { path, log }
}

const erasure = (at: number): LoggedErasure => ({
  id: `id-${at}`,
  accountId: `account-${at}`,
  personId: null,
  persons: [],
  at: '2026-11-22T10:00:00.000Z',
  counts: { ticket: at },
})

it('gives back what was added, once each, from a file that only its owner reads', async () => {
  const { path, log } = await givenLog(3)
  await log.append(erasure(2))
  expect(await log.read()).toEqual([erasure(1), erasure(2), erasure(3)])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('is empty before the first erasure', async () => {
  const { log } = await givenLog(0)
  expect(await log.read()).toEqual([])
})

it('names the first entry that was changed, removed or moved', async () => {
  const spoil = async (change: (lines: string[]) => string[], fault: number) => {
    const { path, log } = await givenLog(4)
    const lines = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, change(lines).join('\n'))
    await expect(log.read()).rejects.toThrow(`entry ${fault}`)
    await expect(log.append(erasure(9))).rejects.toThrow(`entry ${fault}`)
  }
  await spoil(([a = '', b = '', ...rest]) => [a, b.replace('"ticket":2', '"ticket":7'), ...rest], 2)
  await spoil(([a = '', _b, ...rest]) => [a, ...rest], 2)
  await spoil(([a = '', b = '', ...rest]) => [b, a, ...rest], 1)
  await spoil(([a = '', b = '', c = '', ...rest]) => [a, b, c.slice(9), ...rest], 3)
})

it('goes on after a write that a crash cut short', async () => {
  const { path, log } = await givenLog(2)
  await appendFile(path, '{"id":"id-3","acc')
  expect(await log.read()).toHaveLength(2)
  await log.append(erasure(3))
  expect(await log.read()).toEqual([erasure(1), erasure(2), erasure(3)])
})
