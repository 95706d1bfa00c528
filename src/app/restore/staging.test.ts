/** A restored folder takes its place in steps; cut off between any two of them the next attempt finishes it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { beginStaging, dropKilled, finishReplacing, refuseUnfinished } from './staging.ts'

function givenFolder(before: string | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-staging-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  if (before) lay(folder, before)
  return folder
}

function lay(folder: string, words: string): void {
  for (const part of ['postgres', 'files']) {
    mkdirSync(join(folder, part), { recursive: true })
    writeFileSync(join(folder, part, 'what'), words)
  }
}

const what = (folder: string) => ['postgres', 'files'].map((part) => readFileSync(join(folder, part, 'what'), 'utf8'))
const saysUnfinished = (folder: string) =>
  expect(() => refuseUnfinished(folder)).toThrow('npx zavor restore zavor-x.age')

it('moves what was there aside, and leaves no trace of itself', () => {
  const folder = givenFolder('old')
  const staging = beginStaging(folder, 'zavor-x.age')
  lay(staging.folder, 'new')
  // Loading touches nothing that is in use: it may be started meanwhile had somebody killed the restore.
  refuseUnfinished(folder)
  const replaced = staging.putInPlace()
  expect(what(folder)).toEqual(['new', 'new'])
  expect(what(replaced ?? '')).toEqual(['old', 'old'])
  expect(readdirSync(folder).sort()).toEqual(['files', 'postgres', replaced?.split('/').at(-1)])
  refuseUnfinished(folder)
})

it('leaves nothing of what a killed restore loaded beside what is in use', async () => {
  const folder = givenFolder('old')
  lay(beginStaging(folder, 'zavor-x.age').folder, 'erased since')
  await dropKilled(folder)
  expect(readdirSync(folder).sort()).toEqual(['files', 'postgres'])
  expect(what(folder)).toEqual(['old', 'old'])
  await dropKilled(folder)
})

it('keeps a fresh folder from being started empty after a restore was killed', () => {
  const folder = givenFolder(null)
  const staging = beginStaging(folder, 'zavor-x.age')
  lay(staging.folder, 'half')
  saysUnfinished(folder)
  const again = beginStaging(folder, 'zavor-x.age')
  expect(readdirSync(again.folder)).toEqual([])
  again.discard()
  refuseUnfinished(folder)
  expect(readdirSync(folder)).toEqual([])
})

it.each(['nothing', 'the old database moved', 'the new database in place', 'the old files moved', 'all in place'])(
  'finishes after it was killed with %s',
  (done) => {
    const folder = givenFolder('old')
    const staging = beginStaging(folder, 'zavor-x.age')
    lay(staging.folder, 'new')
    const path = join(folder, 'restoring.json')
    const mark = JSON.parse(readFileSync(path, 'utf8'))
    writeFileSync(path, JSON.stringify({ ...mark, phase: 'replacing' }))
    mkdirSync(mark.replaced)
    const steps: [string, string][] = [
      [join(folder, 'postgres'), join(mark.replaced, 'postgres')],
      [join(staging.folder, 'postgres'), join(folder, 'postgres')],
      [join(folder, 'files'), join(mark.replaced, 'files')],
      [join(staging.folder, 'files'), join(folder, 'files')],
    ]
    const names = [
      'nothing',
      'the old database moved',
      'the new database in place',
      'the old files moved',
      'all in place',
    ]
    for (const [from, to] of steps.slice(0, names.indexOf(done))) renameSync(from, to)
    saysUnfinished(folder)
    expect(finishReplacing(folder)).toEqual({ name: 'zavor-x.age', replaced: mark.replaced })
    expect(what(folder)).toEqual(['new', 'new'])
    expect(what(mark.replaced)).toEqual(['old', 'old'])
    expect(existsSync(staging.folder)).toBe(false)
    expect(finishReplacing(folder)).toBe(null)
    refuseUnfinished(folder)
  },
)
