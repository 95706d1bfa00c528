import { expect, it } from 'vitest'
import { late } from './order.ts'

const before = ['0001-a.sql', '0140-b.sql', '0180-c.sql', '0170-d.sql']

it.each([
  ['what goes on', [...before, '0181-e.sql', '0190-f.sql'], []],
  ['one below all', [...before, '0165-e.sql'], ['0165-e.sql']],
  ['one below the newest', [...before, '0190-e.sql', '0185-f.sql', '0191-g.sql'], ['0185-f.sql']],
  ['a history that begins later', ['0200-a.sql', '0190-b.sql'], []],
])('sees %s', (_words, names, wrong) => {
  expect(late(names)).toEqual(wrong)
})
