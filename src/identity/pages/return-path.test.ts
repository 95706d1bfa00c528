import fc from 'fast-check'
import { expect, it } from 'vitest'
import { returnPath } from './return-path.ts'

it('leads back into the desk', () => {
  expect(returnPath('/desk/tickets?page=2#m3')).toBe('/desk/tickets?page=2#m3')
})

it('never leads elsewhere, nor in a circle', () => {
  const bad = [
    null,
    '',
    'desk',
    '//evil.test',
    '/\\evil.test',
    '/\t/evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/sign-in?to=/desk',
    '/sign-out',
    `/${'x'.repeat(600)}`,
  ]
  for (const one of bad) expect(returnPath(one), String(one)).toBeNull()
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      const path = returnPath(`/${text}`)
      if (path !== null) expect(new URL(path, 'https://here.test').origin).toBe('https://here.test')
    }),
  )
})
