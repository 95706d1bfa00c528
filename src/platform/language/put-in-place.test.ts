import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { putInPlace } from './put-in-place.ts'

it('makes a folder like another, and leaves alone what is the same already', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'zavor-place-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const [from, into] = [path.join(root, 'from'), path.join(root, 'into')]
  const write = (name: string, content: string) => {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), content)
  }
  write('from/same.js', 'same')
  write('from/deep/new.js', 'new')
  write('from/changed.js', 'after')
  write('into/same.js', 'same')
  write('into/changed.js', 'before')
  write('into/deep/gone.js', 'gone')
  utimesSync(path.join(into, 'same.js'), 1, 1)
  await putInPlace(from, into)
  expect(readdirSync(into, { recursive: true }).sort()).toEqual(['changed.js', 'deep', 'deep/new.js', 'same.js'])
  expect(readFileSync(path.join(into, 'changed.js'), 'utf8')).toBe('after')
  expect(statSync(path.join(into, 'same.js')).mtimeMs).toBe(1000)
})
