import { defineConfig } from 'vitest/config'

/** Journeys through the whole running program in a real browser: one file at a time, as two cores carry no more. */
export default defineConfig({
  test: {
    globals: true,
    include: ['test/journeys/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    teardownTimeout: 30_000,
  },
})
