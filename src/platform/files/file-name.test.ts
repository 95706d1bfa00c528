import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { contentDisposition, safeFileName } from './file-name.ts'

describe('a file name is made safe', () => {
  test.each([
    ['raport.pdf', 'raport.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\Ion\\captură de ecran.png', 'captură de ecran.png'],
    ['..', 'file'],
    ['', 'file'],
    ['.htaccess', 'htaccess'],
    ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie_ x.txt'],
    ['fac\u202Exe.pdf', 'facxe.pdf'],
    ['<script>.html', '_script_.html'],
    [`${'ă'.repeat(300)}.tar.gz`, `${'ă'.repeat(117)}.gz`],
    ['nume  cu\u00a0 spații .txt ', 'nume cu spații .txt'],
  ])('%j', (given, kept) => expect(safeFileName(given)).toBe(kept))

  it('whatever is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (given) => {
        const name = safeFileName(given)
        expect([...name].length).toBeGreaterThan(0)
        expect([...name].length).toBeLessThanOrEqual(120)
        expect(name).not.toMatch(/[/\\<>:"|?*\p{Cc}\p{Cf}\u2028\u2029]/u)
        expect(name).not.toMatch(/^[.\s]|[.\s]$/)
        expect(safeFileName(name)).toBe(name)
      }),
      { numRuns: 2_000 },
    )
  })

  it('is a download in one header line, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
        const header = contentDisposition(safeFileName(given))
        expect(header).toMatch(
          /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]+"; filename\*=UTF-8''[A-Za-z0-9!~._%-]+$/,
        )
        const encoded = /UTF-8''(.*)$/.exec(header)![1]!
        expect(decodeURIComponent(encoded)).toBe(safeFileName(given))
      }),
    )
    expect(contentDisposition('listă „x".txt')).toBe(
      `attachment; filename="lista _x_.txt"; filename*=UTF-8''list%C4%83%20%E2%80%9Ex%22.txt`.replace(
        'lista _x_',
        'lista x_',
      ),
    )
  })
})
