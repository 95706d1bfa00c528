import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FolderHeld, holderOf, holdFolder } from './folder-lock.ts'
import { markOf } from './process-table.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zavor-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

describe('a folder', () => {
  it('is held by one, until it is given back', async () => {
    const giveBack = await holdFolder(folder)
    expect(holderOf(folder)?.pid).toBe(process.pid)
    await expect(holdFolder(folder)).rejects.toThrow(FolderHeld)
    giveBack()
    expect(holderOf(folder)).toBe(null)
    ;(await holdFolder(folder))()
  })

  it('is free when its holder is dead, or its number belongs to another process now', async () => {
    const child = spawn('sleep', ['60'])
    const mark = { ...markOf(child.pid!)!, launchers: [], brief: false }
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...mark, command: 'node start.ts' }))
    expect(holderOf(folder)).toBe(null)
    writeFileSync(join(folder, 'lock'), JSON.stringify({ ...mark, command: 'sleep 60' }))
    await expect(holdFolder(folder)).rejects.toThrow(`as process ${child.pid}`)
    child.kill('SIGKILL')
    await new Promise((resolve) => child.on('exit', resolve))
    ;(await holdFolder(folder))()
    writeFileSync(join(folder, 'lock'), 'cut sho')
    ;(await holdFolder(folder))()
  })

  it('is waited for when its holder only has it for a moment', async () => {
    const giveBack = await holdFolder(folder, { brief: true })
    setTimeout(giveBack, 300)
    const began = performance.now()
    ;(await holdFolder(folder))()
    expect(performance.now() - began).toBeGreaterThan(250)
  })

  it('is waited for when whoever started its holder is gone', async () => {
    const giveBack = await holdFolder(folder, { launchers: [{ pid: 1, started: 'never' }] })
    setTimeout(giveBack, 300)
    ;(await holdFolder(folder))()
  })
})
