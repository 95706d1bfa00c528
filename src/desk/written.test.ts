import fc from 'fast-check'
import { expect, it } from 'vitest'
import { messageBody, subject } from './written.ts'

const log = [
  '\u001b[1;31m●\u001b[0m nginx.service - failed\u001b[K',
  '\tNov 27 03:12:09 web1 systemd[1]: \u0007exit-code',
  '\u001b]8;;https://example.test\u0007link\u001b]8;;\u0007\u007f',
]

it('takes a log as it was copied from a terminal, without what nobody sees', () => {
  expect(messageBody.parse(log.join('\r\n'))).toBe(
    '● nginx.service - failed\n\tNov 27 03:12:09 web1 systemd[1]: exit-code\nlink',
  )
  expect(subject.parse(log.join('\n'))).toBe('● nginx.service - failed Nov 27 03:12:09 web1 systemd[1]: exit-code link')
})

it('takes nothing for a text of which nothing is seen', () => {
  expect(messageBody.safeParse('\u001b[2J\u0008 \u0007').success).toBe(false)
  expect(subject.safeParse('\u001b[0m').success).toBe(false)
})

it('changes nothing of what is kept when it is sent once more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
      const kept = messageBody.safeParse(text)
      if (kept.success) expect(messageBody.safeParse(kept.data)).toMatchObject({ data: kept.data })
    }),
  )
})
