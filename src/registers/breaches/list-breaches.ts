import { z } from 'zod'
import { staffNames } from '../../identity/identity.facade.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { breachStepsOf, findBreach, listBreachRows } from './breach.queries.ts'
import { breachView, viewBreach } from './breach.view.ts'
import { breachSteps } from './breach-step.data.ts'

/** The register of breaches (Art. 33(5)): those whose clock runs come first. */
export const listBreaches = readOperation({
  name: 'breach.list',
  purpose: 'legal',
  http: 'GET /breaches',
  says: 'The register of personal data breaches, those still to be decided first',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({}),
  output: z.object({ breaches: z.array(breachView) }),
  async run({ db, now }) {
    return { breaches: (await listBreachRows(db)).map((row) => viewBreach(row, now)) }
  },
})

/** One breach with its history. */
export const showBreach = readOperation({
  name: 'breach.show',
  purpose: 'legal',
  http: 'GET /breaches/{breachId}',
  says: 'One personal data breach with its clock, its form and its history',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ breachId: z.uuid() }),
  output: z.object({
    breach: breachView,
    steps: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(breachSteps),
        why: z.string().nullable(),
        persons: z.int().nullable(),
        at: z.date(),
        by: z.string(),
      }),
    ),
  }),
  async run({ db, input: { breachId }, now }) {
    const row = await findBreach(db, breachId)
    const steps = await breachStepsOf(db, breachId)
    const names = await staffNames(
      db,
      steps.map(({ by_staff }) => by_staff),
    )
    return {
      breach: viewBreach(row, now),
      steps: steps.map(({ by_staff, ...step }) => ({ ...step, by: names.get(by_staff) ?? '' })),
    }
  },
})
