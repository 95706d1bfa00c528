import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canAct,
  checklistMet,
  dutyOf,
  type ItemState,
  isOver,
  itemStates,
  type OrderAct,
  type OrderStatus,
  orderActs,
  orderPath,
  orderStatuses,
  statusAfter,
} from './order.rules.ts'

const anItem = fc.constantFrom(...itemStates)
const items = fc.array(anItem, { maxLength: 6 })
const moves = fc.array(fc.record({ act: fc.constantFrom(...orderActs), items }), { maxLength: 60 })

interface Step {
  readonly status: OrderStatus
  readonly items: readonly ItemState[]
}

/** Every status an order goes through when these acts are tried one after the other; those that are refused change nothing. */
function walk(tries: readonly { act: OrderAct; items: readonly ItemState[] }[]): Step[] {
  const steps: Step[] = [{ status: 'ordered', items: [] }]
  for (const { act, items } of tries) {
    const last = steps.at(-1) as Step
    if (canAct(act, last.status, items)) steps.push({ status: statusAfter(act, last.status, items), items })
  }
  return steps
}

describe('the path of an order', () => {
  test('skips no step, whatever is tried in whatever order', () => {
    fc.assert(
      fc.property(moves, (tries) => {
        const taken = walk(tries).map((step) => step.status)
        const onPath = taken.filter((status) => status !== 'declined' && status !== 'cancelled')
        expect(onPath).toEqual(orderPath.slice(0, onPath.length))
      }),
      { numRuns: 2000 },
    )
  })

  test('enters work only when every access on the list is given', () => {
    fc.assert(
      fc.property(moves, (tries) => {
        for (const step of walk(tries)) if (step.status === 'in_work') expect(checklistMet(step.items)).toBe(true)
      }),
      { numRuns: 2000 },
    )
    expect(() => statusAfter('start', 'access_given', ['given', 'expired'])).toThrow(
      expect.objectContaining({ code: 'access_missing' }),
    )
  })

  test('takes every step at most once and never leaves its end', () => {
    fc.assert(
      fc.property(moves, (tries) => {
        const taken = walk(tries).map((step) => step.status)
        expect(new Set(taken).size).toBe(taken.length)
        expect(taken.findIndex(isOver)).toBe(taken.some(isOver) ? taken.length - 1 : -1)
      }),
      { numRuns: 2000 },
    )
  })

  test('cannot be declined or cancelled once work began', () => {
    for (const status of ['in_work', 'delivered', 'confirmed'] as const) {
      expect(canAct('decline', status, [])).toBe(false)
      expect(canAct('cancel', status, [])).toBe(false)
    }
  })

  test('what is refused throws, what is allowed does not', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orderActs), fc.constantFrom(...orderStatuses), items, (act, status, states) => {
        if (canAct(act, status, states)) expect(orderStatuses).toContain(statusAfter(act, status, states))
        else expect(() => statusAfter(act, status, states)).toThrow()
      }),
    )
  })
})

describe('who must do what', () => {
  test('somebody must do something until the order is over, and only then nobody', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orderStatuses), items, (status, states) => {
        expect(dutyOf(status, states, true) === null).toBe(isOver(status))
      }),
    )
  })

  test('the provider may start exactly when it is said to be its turn to start', () => {
    fc.assert(
      fc.property(items, (states) => {
        expect(dutyOf('access_given', states, false)?.what === 'start').toBe(canAct('start', 'access_given', states))
      }),
    )
  })
})
