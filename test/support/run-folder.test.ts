import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { sweep } from './run-folder.ts'
import { scratch } from './scratch.ts'

it('removes what a run that was killed has left, and nothing of one that goes on', () => {
  const place = mkdtempSync(join(scratch(), 'places-'))
  const over = spawnSync(process.execPath, ['-e', '']).pid
  const [dead, going, other] = [`zavor-run-${over}-a1b2c3`, `zavor-run-${process.pid}-d4e5f6`, 'zavor-data-g7h8i9']
  for (const name of [dead, going, other]) {
    mkdirSync(join(place, name, 'postgres'), { recursive: true })
    writeFileSync(join(place, name, 'postgres', 'pg_version'), '18')
  }
  sweep(place)
  expect([dead, going, other].filter((name) => existsSync(join(place, name)))).toEqual([going, other])
})

it('lays down the data of tests in the folder of their run', () => {
  expect(scratch()).toMatch(/\/zavor-run-\d+-\w+$/)
})
