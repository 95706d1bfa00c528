import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

export default defineConfig({
  test: {
    globals: true,
    include: ['{policy,src,test,bench,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/journeys/**'],
    globalSetup: ['test/support/run-folder.ts', 'test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Modules hold no state of their own: loading the program once a process, not once a file, halves the time.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
