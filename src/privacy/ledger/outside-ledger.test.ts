import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fileLedger } from './outside-ledger.ts'

async function givenLedger(count: number) {
  const folder = await mkdtemp(join(tmpdir(), 'zavor-ledger-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const path = join(folder, 'erasures.log')
  const ledger = fileLedger(path)
  for (let at = 1; at <= count; at++) await ledger.append([line(at)])
  return { path, ledger }
}

const line = (at: number) => JSON.stringify({ id: `id-${at}`, kind: 'limit', accountId: 'a', personId: `p-${at}` })

it('gives back what was added, numbered, from a file that only its owner reads', async () => {
  const { path, ledger } = await givenLedger(2)
  await ledger.append([line(3), line(4)])
  expect((await ledger.read()).map(({ id, seq }) => [id, seq])).toEqual([
    ['id-1', 1],
    ['id-2', 2],
    ['id-3', 3],
    ['id-4', 4],
  ])
  expect((await ledger.read(3)).map(({ id }) => id)).toEqual(['id-4'])
  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

it('sees what another process added, and a file that was put back from elsewhere', async () => {
  const { path, ledger } = await givenLedger(1)
  const before = await readFile(path)
  await fileLedger(path).append([line(2)])
  expect(await ledger.end()).toMatchObject({ seq: 2 })
  await writeFile(path, before)
  expect(await ledger.end()).toMatchObject({ seq: 1 })
  expect(await (await givenLedger(0)).ledger.end()).toMatchObject({ seq: 0 })
})

it('names the first line that was changed, removed or moved', async () => {
  const spoil = async (change: (lines: string[]) => string[], fault: number) => {
    const { path, ledger } = await givenLedger(4)
    const lines = (await readFile(path, 'utf8')).split('\n')
    await writeFile(path, change(lines).join('\n'))
    await expect(ledger.read()).rejects.toThrow(`line ${fault}`)
    await expect(fileLedger(path).append([line(9)])).rejects.toThrow(`line ${fault}`)
  }
  await spoil(([a = '', b = '', ...rest]) => [a, b.replace('p-2', 'p-7'), ...rest], 2)
  await spoil(([a = '', _b, ...rest]) => [a, ...rest], 2)
  await spoil(([a = '', b = '', ...rest]) => [b, a, ...rest], 1)
  await spoil(([a = '', b = '', c = '', ...rest]) => [a, b, c.slice(9), ...rest], 3)
})

it('goes on after a write that a crash cut short', async () => {
  const { path, ledger } = await givenLedger(2)
  await appendFile(path, '{"id":"id-3","acc')
  expect(await ledger.read()).toHaveLength(2)
  await ledger.append([line(3)])
  expect((await fileLedger(path).read()).map(({ id }) => id)).toEqual(['id-1', 'id-2', 'id-3'])
})

it('still reads the lines of before, which knew erasures alone', async () => {
  const { path, ledger } = await givenLedger(0)
  const old =
    '{"id":"id-1","accountId":"account-1","personId":null,"persons":[],"at":"2026-11-22T10:00:00.000Z","counts":{"ticket":1}'
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256')
    .update(createHash('sha256').update('zavor erasures').digest('hex'))
    .update(`${old}}`)
    .digest('hex')
  await writeFile(path, `${old},"hash":"${hash}"}\n`)
  expect(await ledger.read()).toMatchObject([{ kind: 'erasure', accountId: 'account-1', seq: 1 }])
})
