import { expect, test } from 'vitest'
import { loggablePath } from './loggable-path.ts'

test('a token never reaches a log, an id does', () => {
  const token = 'A'.repeat(64)
  expect(loggablePath(`/ro/conversation/${token}`)).toBe('/ro/conversation/…')
  expect(loggablePath(`/ro/conversation/${token}.data`)).toBe('/ro/conversation/….data')
  expect(loggablePath('/desk/tickets/0198a3c1-5a52-7e2f-9a51-2f6a0c5f4e11')).toContain('0198a3c1')
})
