import { operations } from './operations.ts'
import { schedule } from './schedule.ts'

it('what runs by the clock is an operation that the system may call, with nothing to say', () => {
  for (const { payload } of schedule) {
    const { operation: name, input } = payload as { operation: string; input: unknown }
    const operation = operations.find((one) => one.name === name)
    expect(operation?.who.system, name).toBe(true)
    expect(operation?.input.safeParse(input).success, name).toBe(true)
  }
})
