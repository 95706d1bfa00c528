import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { watchFolder } from './watch-folder.ts'

it('sees a file saved again and again by replacing it, in folders old and new', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zavor-watch-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'old/deep'), { recursive: true })
  let seen: string[] = []
  onTestFinished(watchFolder(folder, (path) => seen.push(path)))
  const save = (path: string) => {
    seen = []
    writeFileSync(join(folder, '.saving'), 'x')
    renameSync(join(folder, '.saving'), join(folder, path))
  }
  for (const path of ['old/deep/one.ts', 'old/deep/one.ts', 'old/deep/one.ts', 'two.ts']) {
    save(path)
    await vi.waitFor(() => expect(seen).toContain(path))
  }
  mkdirSync(join(folder, 'new'))
  await vi.waitFor(() => {
    save('new/three.ts')
    return vi.waitFor(() => expect(seen).toContain('new/three.ts'), 200)
  })
})
