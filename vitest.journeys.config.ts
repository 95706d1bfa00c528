import { defineConfig } from 'vitest/config'
import { LongestFirst } from './test/support/longest-first.ts'

/** Journeys through the whole running program in a real browser, two files at a time: each waits much for its pages. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/run-folder.ts', 'test/support/unpack-browser.ts'],
    pool: 'forks',
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    passWithNoTests: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
})
