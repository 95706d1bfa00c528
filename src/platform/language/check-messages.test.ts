import { describe, expect, it } from 'vitest'
import { messageFaults } from './check-messages.ts'
import type { MessageShape } from './message-files.ts'

const text = (words: string, ...parameters: string[]): MessageShape => ({
  file: 'x.json',
  parameters,
  texts: [words],
  plurals: {},
})
const both = (ro: Record<string, MessageShape>, en: Record<string, MessageShape>) =>
  messageFaults(
    new Map([
      ['ro', new Map(Object.entries(ro))],
      ['en', new Map(Object.entries(en))],
    ]),
  )

describe('texts of the two languages', () => {
  it('are without fault when both say the same', () => {
    expect(both({ ui_hello: text('Bună', 'name') }, { ui_hello: text('Hello', 'name') })).toEqual([])
  })
  it('are named when one lacks a key, a parameter, or the words', () => {
    expect(both({ ui_a: text('a') }, {})).toEqual(['ui_a: missing in en'])
    expect(both({ ui_a: text('a') }, { ui_a: text(' ') })).toEqual(['ui_a: empty in en'])
    expect(both({ ui_a: text('a', 'count') }, { ui_a: text('a') })).toEqual([
      'ui_a: parameters differ: ro (count), en ()',
    ])
  })
  it('need every plural form of their language', () => {
    const plural = (...forms: string[]): MessageShape => ({ ...text('x', 'count'), plurals: { form: forms } })
    expect(both({ ui_a: plural('one', 'other') }, { ui_a: plural('one', 'other') })).toEqual([
      'ui_a: plural form "few" missing in ro',
    ])
  })
  it('are written with comma below', () => {
    expect(both({ ui_a: text('şi') }, { ui_a: text('and') })).toEqual(['ui_a: ş or ţ with cedilla in ro'])
  })
})
