import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globals: true,
    include: ['{policy,src,test,bench,scripts}/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/journeys/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    execArgv: ['--disable-warning=ExperimentalWarning'],
  },
})
