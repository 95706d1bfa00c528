import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { makeFolder } from './make-folder.ts'

function someFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-folder-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

it('makes what is missing, each private, and finds what is there', () => {
  const path = join(someFolder(), 'a', 'b', 'c')
  makeFolder(path)
  makeFolder(path)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
})

it('refuses a file in its place or on the way to it', () => {
  const folder = someFolder()
  writeFileSync(join(folder, 'file'), '')
  expect(() => makeFolder(join(folder, 'file'))).toThrow(expect.objectContaining({ code: 'EEXIST' }))
  expect(() => makeFolder(join(folder, 'file', 'below'))).toThrow(expect.objectContaining({ code: 'ENOTDIR' }))
})

it.runIf(existsSync('/proc/self'))('comes back from where no folder can be made', () => {
  // In a process of its own: one that never came back could not be stopped from within.
  const asked = `import { makeFolder } from ${JSON.stringify(join(import.meta.dirname, 'make-folder.ts'))}
    for (const path of ['/proc/zavor', '/proc/zavor/deep/down'])
      try { makeFolder(path) } catch (error) { process.stdout.write(error.message + '\\n') }`
  const { stdout, signal } = spawnSync(process.execPath, ['--input-type=module', '-e', asked], { timeout: 10_000 })
  expect(signal).toBe(null)
  expect(`${stdout}`).toBe('/proc/zavor: no folder can be made there.\n'.repeat(2))
})
