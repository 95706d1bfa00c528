/** Places that are no folder, hold what is no file, or are full: each ends with a sentence, and nothing half stays. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderPlace } from './folder-place.ts'
import { openPlace } from './open-place.ts'

const name = 'zavor-2026-11-20T03-20-00Z-0123abcd.age'

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-place-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function* bytes(...words: string[]) {
  for (const one of words) yield Buffer.from(one)
}

it('does not wait at a pipe that lies where a file is expected', async () => {
  const folder = someFolder()
  for (const one of [name, 'erasures.log']) execFileSync('mkfifo', [join(folder, one)])
  const place = folderPlace(folder)
  await expect(place.read(name)).rejects.toThrow(`${join(folder, name)} is not a file.`)
  await expect(place.getBeside('erasures.log')).rejects.toThrow('is not a file.')
})

it('refuses a place that is a file or a pipe, and follows no link to another file', async () => {
  const folder = someFolder()
  writeFileSync(join(folder, 'file'), '')
  execFileSync('mkfifo', [join(folder, 'pipe')])
  for (const other of ['file', 'pipe']) {
    const place = folderPlace(join(folder, other))
    await expect(place.write(name, bytes('x'))).rejects.toMatchObject({ code: 'EEXIST' })
    await expect(place.putBeside('erasures.log', Buffer.from('x'))).rejects.toMatchObject({ code: 'EEXIST' })
  }
  symlinkSync('/etc/passwd', join(folder, name))
  await expect(folderPlace(folder).read(name)).rejects.toMatchObject({ code: 'ELOOP' })
})

it('takes no nothing for the folder in which the command happens to run', async () => {
  await expect(openPlace('')).rejects.toThrow('"": expected the path of a folder, or s3://bucket/prefix')
  await expect(openPlace('s3://x')).rejects.toThrow('s3://x: expected')
})

it('leaves nothing of what could not be written to its end', async () => {
  const folder = someFolder()
  const place = folderPlace(folder)
  async function* cut() {
    yield Buffer.from('half')
    throw new Error('the database went away')
  }
  await expect(place.write(name, cut())).rejects.toThrow('went away')
  // A folder in its place cannot be replaced by a file.
  mkdirSync(join(folder, 'erasures.log'))
  await expect(place.putBeside('erasures.log', Buffer.from('x'))).rejects.toThrow()
  expect(readdirSync(folder)).toEqual(['erasures.log'])
})

it('takes with the next backup what a killed one left, and leaves alone what is being written', async () => {
  const folder = someFolder()
  const place = folderPlace(folder)
  const [killed, ledger, going] = ['.zavor-killed.partial', '.erasures.log.7.partial', '.zavor-going.partial']
  for (const one of [killed, ledger, going]) writeFileSync(join(folder, one), 'half')
  // The backup of yesterday was killed a minute after it had begun: the one of today begins less than a day later.
  const then = Date.now() / 1000 - 24 * 3600 + 60
  for (const one of [killed, ledger]) utimesSync(join(folder, one), then, then)
  await place.write(name, bytes('whole', ' backup'))
  expect(readdirSync(folder).sort()).toEqual([going, name].sort())
})
