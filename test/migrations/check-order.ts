/** Reads off the history of this checkout in which order the migrations came. A copy without history says so. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { late } from './order.ts'

const root = join(import.meta.dirname, '../..')
const here = readdirSync(join(root, 'migrations'))
const git = spawnSync(
  'git',
  ['log', '--reverse', '--no-renames', '--diff-filter=A', '--name-only', '--format=', '--', 'migrations'],
  { cwd: root, encoding: 'utf8' },
)
const added = git.status === 0 ? git.stdout.split('\n').map((path) => path.replace('migrations/', '')) : []
// What is not committed yet comes last.
const inOrder = [...new Set([...added.filter((name) => here.includes(name)), ...here])]
const wrong = added.length > 0 ? late(inOrder) : []
for (const name of wrong)
  process.stderr.write(`migrations/${name}: give it a number above all that were there before it\n`)
process.stdout.write(
  `Migrations: ${here.length}, ${added.length > 0 ? `${wrong.length} out of order` : 'no history here to see their order'}\n`,
)
process.exitCode = wrong.length > 0 ? 1 : 0
