import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest begin first: one that began last would run alone, with a core idle beside it. */
const longest = [
  'test/hostile/killing.test.ts',
  'test/model/privacy-model.test.ts',
  'src/app/start.test.ts',
  'src/privacy/promises/promises.test.ts',
  'src/cli/backup-command.test.ts',
  'src/app/restore/restore.test.ts',
  'src/app/restore/restore-ends.test.ts',
  'test/journeys/every-page.test.ts',
  'test/journeys/main-job.test.ts',
  'test/journeys/visitor.test.ts',
  'test/journeys/cookies.test.ts',
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(`/${name}`))
      return at < 0 ? longest.length : at
    }
    // Stable: the others stay as they came, the larger first.
    return (await super.sort(files)).sort((a, b) => rank(a) - rank(b))
  }
}
