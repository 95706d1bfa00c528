import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { policy } from '../../../../policy/policy.ts'
import { contentHash, type PolicyContent } from '../content.ts'
import type { PolicyShape } from '../shape.ts'
import { differenceOf, weightOf } from './difference.ts'
import { wordDifference } from './word-difference.ts'

const folder = new URL('../../../../policy/', import.meta.url).pathname
const words = { ro: await readFile(`${folder}ro.md`, 'utf8'), en: await readFile(`${folder}en.md`, 'utf8') }
const uses = { support: ['contact'], updates: ['contact'] }
const now: PolicyContent = { machine: { policy, uses }, ...words }

/** The same policy with one thing otherwise. */
function changed(change: (shape: Writable) => void): PolicyContent {
  const shape = structuredClone(policy) as unknown as Writable
  change(shape)
  return { ...now, machine: { policy: shape as PolicyShape, uses } }
}
// biome-ignore lint/suspicious/noExplicitAny: a policy to be written over in a test
type Writable = any

const weights = (after: PolicyContent) => differenceOf(now, after).map(({ part, weight }) => `${part} ${weight}`)

describe('what changed between two versions', () => {
  it('is nothing between a version and itself', () => {
    expect(differenceOf(now, structuredClone(now))).toEqual([])
    expect(weightOf([])).toBe('minor')
  })

  it.each<[string, string[], (shape: Writable) => void]>([
    ['a purpose added', ['purpose material'], (p) => (p.purposes.profiling = { ...p.purposes.support, bit: 20 })],
    ['a purpose removed', ['purpose minor'], (p) => delete p.purposes.openings],
    ['a purpose renamed', ['purpose minor'], (p) => (p.purposes.support.words.ro = 'Ajutor')],
    ['another reason', ['purpose material'], (p) => (p.purposes.updates.reason.en = 'To sell you things.')],
    ['another basis', ['purpose material'], (p) => (p.purposes.updates.basis = p.purposes.improvement.basis)],
    ['an objection taken away', ['purpose material'], (p) => (p.purposes.improvement.objection = 'none')],
    ['an objection given', ['purpose minor'], (p) => (p.purposes.support.objection = 'possible')],
    ['a restriction that no longer stops', ['purpose material'], (p) => (p.purposes.support.restriction = 'stays')],
    ['a recipient gained', ['purpose material'], (p) => p.purposes.improvement.recipients.push('mail')],
    ['a recipient lost', ['purpose minor'], (p) => p.purposes.support.recipients.pop()],
    ['a category added', ['category material'], (p) => (p.categories.health = { ro: 'Sănătate', en: 'Health' })],
    ['a category renamed', ['category minor'], (p) => (p.categories.contact.en = 'Addresses')],
    ['a new recipient', ['recipient material'], (p) => (p.recipients.chat = { ...p.recipients.mail, country: 'US' })],
    ['a recipient that moved', ['recipient material'], (p) => (p.recipients.mail.country = 'US')],
    ['another safeguard', ['recipient material'], (p) => (p.recipients.mail.safeguard.en = 'none')],
    ['a recipient renamed', ['recipient minor'], (p) => (p.recipients.mail.words.ro = 'poșta')],
    ['a longer period', ['period material'], (p) => (p.retention.letter.period = 'P1Y')],
    ['a shorter period', ['period minor'], (p) => (p.retention.letter.period = 'P30D')],
    ['a period that starts later', ['period material'], (p) => (p.retention.letter.from.ro = 'citirea')],
    ['an end that only hides', ['period material'], (p) => (p.retention.letter.end = 'anonymise')],
    ['another ground of a period', ['period minor'], (p) => (p.retention.letter.ground.en = 'proof')],
    ['a longer hold', ['hold material'], (p) => (p.holds.accounting.period = 'P10Y')],
    ['a new hold', ['hold material'], (p) => (p.holds.other = p.holds.accounting)],
    [
      'a new cookie',
      ['cookie material'],
      (p) => (p.cookies.tracker = { ...p.cookies.zavor_language, kind: 'optional' }),
    ],
    ['a cookie that lives longer', ['cookie material'], (p) => (p.cookies.zavor_language.life.en = 'a year')],
    ['a cookie described anew', ['cookie minor'], (p) => (p.cookies.zavor_language.words.en = 'The language.')],
    ['another age', ['age material'], (p) => (p.ages.never = 12)],
    ['another age of consent', ['age material'], (p) => (p.ages.digitalConsent.RO = 14)],
    ['a consent that lasts longer', ['consent material'], (p) => (p.consent.lasts = 'P2Y')],
    ['an authority that moved', ['authority minor'], (p) => (p.authorities.RO.address = 'Alt loc')],
  ])('%s', (_name, expected, change) => {
    expect(weights(changed(change))).toEqual(expected)
  })

  it('is material when a purpose uses more kinds of data, and minor when fewer', () => {
    const more = { ...now, machine: { policy, uses: { ...uses, updates: ['contact', 'usage'] } } }
    expect(weights(more)).toEqual(['purpose material'])
    expect(differenceOf(more, now).map(({ weight }) => weight)).toEqual(['minor'])
  })

  it('is material when a clause says something else, and minor when it is only set otherwise', () => {
    const other = { ...now, en: now.en.replace('Our e-mails do not report back.', 'Our e-mails report back.') }
    expect(differenceOf(now, other)).toMatchObject([{ part: 'clause', name: 'P5', weight: 'material' }])
    const set = {
      ...now,
      en: now.en.replace('Our e-mails do not report back.', 'Our **e-mails** do not   report back!'),
    }
    expect(differenceOf(now, set)).toMatchObject([{ part: 'clause', name: 'P5', weight: 'minor' }])
  })

  it('says each change in both languages, what is material first', () => {
    const changes = differenceOf(
      now,
      changed((p) => {
        p.retention.letter.period = 'P1Y'
        p.purposes.support.words.ro = 'Ajutor'
      }),
    )
    expect(changes.map(({ weight }) => weight)).toEqual(['material', 'minor'])
    expect(changes[0]?.says).toEqual({
      ro: 'Scrisori trimise: 1 an în loc de 90 de zile',
      en: 'Letters sent: 1 year instead of 90 days',
    })
  })
})

describe('the hash of a policy', () => {
  it('is the same whatever the order of keys, and another for any other letter', () => {
    const turned = JSON.parse(JSON.stringify(now), (_key, value) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    )
    expect(contentHash(turned)).toBe(contentHash(now))
    expect(contentHash({ ...now, ro: `${now.ro} ` })).not.toBe(contentHash(now))
    expect(contentHash(changed((p) => (p.retention.letter.period = 'P91D')))).not.toBe(contentHash(now))
  })
})

describe('two texts word by word', () => {
  it('gives both texts back', () => {
    const [was, is] = ['We keep it for 30 days.\nThen it goes.', 'We keep it for 90 days, at most.\nThen it goes.']
    const pieces = wordDifference(was, is)
    const without = (kind: string) => pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text)
    expect(without('added').join('')).toBe(was)
    expect(without('removed').join('')).toBe(is)
    expect(pieces).toContainEqual({ kind: 'added', text: '90 days, at most.\n' })
  })
})
