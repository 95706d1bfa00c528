import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** `npm test`: everything that must hold, one step after the other, and at the end how much of it did. */
const root = join(import.meta.dirname, '..')
const reports = mkdtempSync(join(tmpdir(), 'zavor-reports-'))
const began = performance.now()
let passed = 0
let failed = 0

// The texts and the types of the pages' routes are made first: the rest is checked with them.
await step('texts', 'node', ['src/platform/language/compile-messages.ts'])
await step('route types', 'react-router', ['typegen'])
await step('types', 'tsc', ['--project', '.'])
await step('lint', 'biome', ['check', '--error-on-warnings'])
await step('import rules', 'node', ['test/imports/check-imports.ts'])
await step('order of migrations', 'node', ['test/migrations/check-order.ts'])
await step('build', 'node', ['bin/zavor.mjs', 'build'])
await tests('unit and integration tests', 'vitest.config.ts')
await tests('journeys', 'vitest.journeys.config.ts')

rmSync(reports, { recursive: true, force: true })
process.stdout.write(
  `\nTook ${Math.round((performance.now() - began) / 1000)} s.\n${passed} passed, ${failed} failed\n`,
)
process.exit(failed === 0 ? 0 : 1)

async function step(name: string, program: string, args: string[]): Promise<void> {
  const code = await run(name, program, args)
  if (code === 0) passed += 1
  else failed += 1
  if (code !== 0) process.stdout.write(`FAILED: ${name}\n`)
}

/** Counts single tests. A file that cannot even be loaded, and a run that ends badly, count as a failure each. */
async function tests(name: string, config: string): Promise<void> {
  const report = join(reports, `${config}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(name, 'vitest', ['run', `--config=${config}`, ...reporters])
  const counts = existsSync(report) ? countsOf(report) : { passed: 0, failed: 0 }
  passed += counts.passed
  failed += counts.failed
  if (code !== 0 && counts.failed === 0) failed += 1
  if (code !== 0) process.stdout.write(`FAILED: ${name}\n`)
}

interface Report {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

function countsOf(file: string): { passed: number; failed: number } {
  const report: Report = JSON.parse(readFileSync(file, 'utf8'))
  const unread = report.testResults.filter((one) => one.status === 'failed' && one.assertionResults.length === 0)
  return { passed: report.numPassedTests, failed: report.numFailedTests + unread.length }
}

function run(name: string, program: string, args: string[]): Promise<number> {
  process.stdout.write(`\n--- ${name}\n`)
  const env = {
    ...process.env,
    ZAVOR_BUILT: '1',
    PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
    NODE_ENV: undefined,
  }
  const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => child.kill(signal))
  }
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stdout.write(`${error.message}\n`)
      resolve(1)
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
