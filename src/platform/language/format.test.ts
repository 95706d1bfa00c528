import { describe, expect, it } from 'vitest'
import { exactTime, fileSize, list, money, number, relativeTime } from './format.ts'

const now = new Date('2026-11-22T12:00:00Z')
const at = (iso: string) => new Date(iso)

describe('format', () => {
  it('says times in Bucharest, in winter and in summer', () => {
    expect(exactTime(at('2026-11-22T12:02:00Z'), 'ro')).toBe('22 nov. 2026, 14:02')
    expect(exactTime(at('2026-07-01T12:02:00Z'), 'en')).toBe('1 Jul 2026, 15:02')
  })
  it('says how long ago in words', () => {
    expect(relativeTime(at('2026-11-22T11:55:00Z'), now, 'ro')).toBe('acum 5 minute')
    expect(relativeTime(at('2026-11-22T12:42:00Z'), now, 'ro')).toBe('peste 42 de minute')
    expect(relativeTime(at('2026-11-22T05:02:00Z'), now, 'ro')).toBe('azi, 07:02')
    expect(relativeTime(at('2026-11-21T12:02:00Z'), now, 'ro')).toBe('ieri, 14:02')
    expect(relativeTime(at('2026-11-21T22:30:00Z'), now, 'en')).toBe('today, 00:30')
    expect(relativeTime(at('2026-11-18T12:02:00Z'), now, 'en')).toBe('Wednesday, 14:02')
    expect(relativeTime(at('2026-03-01T12:02:00Z'), now, 'ro')).toBe('1 mar.')
    expect(relativeTime(at('2024-03-01T12:02:00Z'), now, 'en')).toBe('1 Mar 2024')
  })
  it('writes money from minor units', () => {
    expect(money(123_450, 'RON', 'ro')).toBe('1.234,50\u00a0RON')
    expect(money(123_450, 'RON', 'en')).toBe('RON\u00a01,234.50')
    expect(money('9007199254740993', 'RON', 'en')).toBe('RON\u00a090,071,992,547,409.93')
    expect(money(-5, 'RON', 'en')).toBe('-RON\u00a00.05')
    expect(money(500, 'JPY', 'en')).toBe('JPY\u00a0500')
  })
  it('writes numbers, sizes and lists', () => {
    expect(number(10_000, 'ro')).toBe('10.000')
    expect(fileSize(1_240_000, 'ro')).toBe('1,2 MB')
    expect(fileSize(0, 'en')).toBe('0 byte')
    expect(list(['Ioana', 'Mihai', 'Ana'], 'ro')).toBe('Ioana, Mihai și Ana')
  })
})
