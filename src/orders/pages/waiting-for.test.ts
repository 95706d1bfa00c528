import { expect, it } from 'vitest'
import { waitingFor } from './waiting-for.ts'

const at = new Date('2026-11-20T10:00:00Z')
const order = (id: string, what: string) => ({ id, statusAt: at, duty: { who: 'client', what } })
const request = {
  id: 'r',
  state: 'open',
  orderId: null,
  askedBy: 'Radu',
  reason: '',
  createdAt: at,
  items: [{ state: 'asked' }],
}
const given = {
  orders: [order('a', 'give_access'), order('b', 'confirm'), order('c', 'feedback')],
  requests: [request],
  leases: [],
  tickets: [],
  rights: [],
  studies: [],
  questions: [],
}
const waits = (handOver: boolean, confirm: boolean) =>
  waitingFor({ ...given, may: { handOver, confirm } } as never).map((thing) => thing.kind)

it('waits for nobody who may not do it', () => {
  expect(waits(true, true)).toEqual(['give_access', 'confirm', 'request', 'feedback'])
  expect(waits(false, false)).toEqual(['feedback'])
  expect(waits(false, true)).toEqual(['confirm', 'feedback'])
})
