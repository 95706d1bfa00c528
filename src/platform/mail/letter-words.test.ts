import fc from 'fast-check'
import { expect, it } from 'vitest'
import { html, plainText } from './letter-words.ts'

const frame = { language: 'ro', footer: ['Zavor SRL', 'Str. Zăvorului 1'] } as const

it('says the same in both forms', () => {
  const words = {
    subject: 'S',
    lines: ['Bună,\nIoana'],
    action: { label: 'Deschideți', url: 'https://a.test/x' },
    after: ['q'],
  }
  expect(plainText(words, frame)).toContain('https://a.test/x')
  expect(html(words, frame)).toContain('Bună,<br>Ioana')
  for (const part of ['Deschideți', 'Zavor SRL', 'q']) {
    expect(plainText(words, frame)).toContain(part)
    expect(html(words, frame)).toContain(part)
  }
})

it('never lets words become markup, an image or a style sheet', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (subject, line) => {
      const made = html({ subject, lines: [line, `<img src=x>${line}`, '"><script>'] }, frame)
      expect(made).not.toMatch(/<(img|script|link|iframe)/)
    }),
  )
})
