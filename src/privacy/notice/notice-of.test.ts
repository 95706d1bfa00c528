import { describe, expect, test } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { accountKey, dataMap, key, text } from '../map/columns.ts'
import { textHash } from './consent-text.ts'
import { keptFor, notice, noticeOf, noticeText, noticeTogether } from './notice-of.ts'

const map = dataMap(
  'sheet',
  {
    label: { ro: 'Foi', en: 'Sheets' },
    about: null,
    capacity: 'controller',
    retention: 'order',
    clock: 'erasure',
    uses: { orders: 'write', billing: 'read', improvement: 'read', self: 'read', rights: 'write' },
    end: 'anonymise',
  },
  {
    account_id: accountKey(),
    id: key(),
    street: text({
      label: { ro: 'Strada', en: 'Street' },
      category: 'contact',
      uses: { orders: 'write', billing: 'read', improvement: 'nothing', self: 'read', rights: 'write' },
    }),
  },
)

describe('the notice beside a field', () => {
  test('names the purpose first, who else may use it, the basis, the period and the clause', () => {
    expect(noticeOf(map, 'street', { purpose: 'orders', locale: 'en', promise: 14 })).toEqual({
      mark: textHash(
        'Why we ask: orders (performance of the contract). Also used for billing. Kept: 3 years after the delivery is confirmed.',
      ),
      purposes: ['orders', 'billing'],
      basis: 'performance of the contract',
      period: '3 years after the delivery is confirmed',
      to: '/en/policy#p14',
    })
    const romanian = noticeOf(map, 'street', { purpose: 'orders', locale: 'ro', promise: 14 })
    expect(notice.parse(romanian)).toEqual(romanian)
    expect(romanian.period).toBe('3 ani de la confirmarea livrării')
  })

  test('of fields asked together is one, which says by name what only some of them serve for', () => {
    const asking = { purpose: 'orders', locale: 'en', promise: 14 } as const
    const street = noticeOf(map, 'street', asking)
    const shop = { ...street, purposes: ['orders', 'improvement', 'billing', 'legal obligations'] }
    const phone = { ...street, purposes: ['orders', 'billing', 'legal obligations'] }
    const words =
      'Why we ask: orders (performance of the contract). Also used for billing. Shop: for improvement too. Shop and Phone: for legal obligations too. Kept: 3 years after the delivery is confirmed.'
    const one = noticeTogether(
      [
        ['Street', street],
        ['Shop', shop],
        ['Phone', phone],
      ],
      'en',
    )
    expect(one).toMatchObject({ mark: textHash(words), purposes: ['orders', 'billing'], to: '/en/policy#p14' })
    expect(notice.parse(one)).toEqual(one)
    expect(noticeText(one.mark ?? '', [])).toEqual({ text: words, language: 'en' })
    expect(noticeTogether([['Street', street]], 'en')).toEqual(street)
    const otherwise = noticeOf(map, 'street', { ...asking, purpose: 'billing' })
    expect(() =>
      noticeTogether(
        [
          ['Street', street],
          ['Shop', otherwise],
        ],
        'en',
      ),
    ).toThrow('different reasons')
  })

  test('a field that the map does not declare as personal does not compile, and throws when forced', () => {
    const asking = { purpose: 'orders', locale: 'en', promise: 14 } as const
    // @ts-expect-error a key is not personal data
    expect(() => noticeOf(map, 'id', asking)).toThrow('sheet.id')
    // @ts-expect-error there is no such column
    expect(() => noticeOf(map, 'colour', asking)).toThrow('sheet.colour')
  })

  test('every retention period of the policy can be said in both languages', () => {
    for (const rule of Object.values(policy.retention)) {
      expect(keptFor(rule, 'en')).toMatch(/^(\d+ (year|month|day)s? after|until) /)
      expect(keptFor(rule, 'ro')).toMatch(/^(\d+ (de )?(an|ani|lună|luni|zi|zile) de la|până la) /)
    }
    expect(keptFor(policy.retention.access, 'en')).toBe('until the work ends or the access is withdrawn')
  })
})
