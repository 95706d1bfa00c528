/** What a killed writer left goes at once where it is known that it is gone; what is being written stays, whoever looks. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderPlace } from './folder-place.ts'
import { partialName, sweepPartials } from './partial.ts'

const name = 'zavor-2026-11-20T03-20-00Z-0123abcd.age'
const place = new URL('./folder-place.ts', import.meta.url).href

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-partial-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A process that writes a backup and never comes to its end. */
async function writing(folder: string) {
  const program = `import { folderPlace } from '${place}'
    async function* slow() { yield Buffer.from('half'); process.stdout.write('going'); setInterval(() => {}, 1000); await new Promise(() => {}) }
    await folderPlace('${folder}').write('${name}', slow())`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

const hoursAgo = (hours: number) => Date.now() / 1000 - hours * 3600

it('leaves alone what another process writes, however old its last byte, and takes it once that process was killed', async () => {
  const folder = someFolder()
  const child = await writing(folder)
  const [partial = ''] = readdirSync(folder)
  expect(partial).toMatch(/^\.zavor-.*\.partial$/)
  // A database that holds it up for half an hour.
  utimesSync(join(folder, partial), hoursAgo(0.5), hoursAgo(0.5))
  expect(await sweepPartials(folder)).toBe(1)
  expect(readdirSync(folder)).toEqual([partial])
  child.kill('SIGKILL')
  await once(child, 'exit')
  // Two starts at once: neither minds the other.
  expect(await Promise.all([sweepPartials(folder), sweepPartials(folder)])).toEqual([0, 0])
  expect(readdirSync(folder)).toEqual([])
})

it('does not take a number that was given to another process for the one that wrote', async () => {
  const folder = someFolder()
  const mine = partialName(name)
  writeFileSync(join(folder, mine), 'half')
  writeFileSync(join(folder, mine.replace(/-\d+\.partial$/, '-1.partial')), 'half')
  expect(await sweepPartials(folder)).toBe(1)
  expect(readdirSync(folder)).toEqual([mine])
})

it('of another machine, another container or another user waits an hour after the last byte', async () => {
  const folder = someFolder()
  const elsewhere = partialName(name).replace(/[0-9a-f]{16}(\.\d+-\d+\.partial)$/, `${'f'.repeat(16)}$1`)
  const before = '.zavor-of-an-earlier-release.age.partial'
  const gone = partialName('erasures.log').replace(/\d+-\d+\.partial$/, '999999999-1.partial')
  for (const one of [elsewhere, before]) writeFileSync(join(folder, one), 'half')
  expect(await sweepPartials(folder)).toBe(2)
  if (process.getuid?.() === 0) {
    // Its process may only be hidden from whoever looks.
    writeFileSync(join(folder, gone), 'half')
    chownSync(join(folder, gone), 65_534, 65_534)
    expect(await sweepPartials(folder)).toBe(3)
    rmSync(join(folder, gone))
  }
  utimesSync(join(folder, elsewhere), hoursAgo(1.1), hoursAgo(1.1))
  expect(await sweepPartials(folder)).toBe(1)
  expect(readdirSync(folder)).toEqual([before])
})

it('touches nothing else, and knows a folder that is not there', async () => {
  const folder = someFolder()
  const others = [name, 'erasures.log', '.partial', '.zavor-notes', 'zavor-x.partial', '.other.partial']
  for (const one of others) {
    writeFileSync(join(folder, one), 'x')
    utimesSync(join(folder, one), 0, 0)
  }
  expect(await sweepPartials(folder)).toBe(0)
  expect(readdirSync(folder).sort()).toEqual(others.sort())
  expect(await sweepPartials(join(folder, 'nowhere'))).toBe(0)
  expect(await sweepPartials(join(folder, name))).toBe(0)
})

it('two who write at once each come to their end', async () => {
  const folder = someFolder()
  const other = name.replace('0123abcd', '4567cdef')
  async function* bytes() {
    for (let at = 0; at < 20; at++) {
      await sweepPartials(folder)
      yield Buffer.from('x')
    }
  }
  const place = folderPlace(folder)
  expect(await Promise.all([place.write(name, bytes()), place.write(other, bytes())])).toEqual([20, 20])
  expect(readdirSync(folder).sort()).toEqual([name, other].sort())
})
