/** Articles that may answer what somebody is about to write. */
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { dropArticle } from './drop-article.ts'
import { publishArticle } from './publish-article.ts'
import { saveArticle } from './save-article.ts'
import { savePublicArticle } from './save-public-article.ts'
import { wordsOf } from './suggest.rules.ts'
import { suggestArticles } from './suggest-articles.ts'

let desk: TestDesk
let member: MemberActor
let technician: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  technician = await givenStaff(desk, { roles: ['technician'] })
  member = await givenMember(desk)
  const own = [
    ['Certificatele site-ului', 'Se reînnoiesc singure în fiecare noapte.'],
    ['Copiile de rezervă', 'Serverul de poștă se copiază la ora 3.'],
    ['Tipărirea', 'Imprimanta de la etaj.'],
  ] as const
  for (const [title, body] of own) await desk.as(member).call(saveArticle, { title, body })
})
afterAll(() => desk.close())

const suggested = async (subject: string, given: { as?: MemberActor; language?: 'ro' | 'en' } = {}) => {
  const { as = member, language = 'ro' } = given
  const { own, open } = await desk.as(as).call(suggestArticles, { subject, language })
  return [...own.map(({ title }) => title), ...open.map(({ slug }) => slug)]
}

describe('the words of a subject', () => {
  it('are those that tell, with their ends cut', () => {
    expect(wordsOf('Nu mai merge serverul de e-mail, URGENT')).toEqual(["'serve':*", "'mail':*"])
    expect(wordsOf('Please help, what is this')).toEqual([])
    expect(wordsOf('a b c')).toEqual([])
    expect(wordsOf('eroare 500 pe srv01')).toContain("'500':*")
  })

  it('are safe in a query, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (subject) => {
        const words = wordsOf(subject)
        expect(words.length).toBeLessThanOrEqual(8)
        for (const word of words) expect(word).toMatch(/^'[\p{L}\p{N}]{3,64}':\*$/u)
      }),
      { numRuns: 500 },
    )
  })
})

describe('suggested articles', () => {
  it('fit by any form of their words, the best first, and are nothing for a subject that says nothing', async () => {
    expect(await suggested('Certificat expirat pe site')).toEqual(['Certificatele site-ului'])
    expect(await suggested('CERTIFICATUL nu se reinnoieste')).toEqual(['Certificatele site-ului'])
    expect(await suggested('serverul de poșta nu are copie')).toEqual(['Copiile de rezervă'])
    for (const nothing of ['', 'Nu merge', 'ajutor!!!', "' | 'x", 'altceva cu totul', '🔥'.repeat(150)]) {
      expect(await suggested(nothing), nothing).toEqual([])
    }
  })

  it('are the account’s own in use and public ones that are published, in the language that is read', async () => {
    const one = await givenMember(desk)
    expect(await suggested('Certificat expirat pe site', { as: one })).toEqual([])
    const { articleId } = await desk.as(one).call(saveArticle, { title: 'Firewall nou', body: 'Porturi.' })
    expect(await suggested('firewall', { as: one })).toEqual(['Firewall nou'])
    await desk.as(one).call(dropArticle, { articleId, use: 'dropped' })
    expect(await suggested('firewall', { as: one })).toEqual([])
    const words = { slug: 'predare', titleRo: 'Predarea accesului', titleEn: 'Handing over', bodyRo: 'a', bodyEn: 'b' }
    const { publicArticleId } = await desk.as(technician).call(savePublicArticle, words)
    expect(await suggested('predarea accesului')).toEqual([])
    await desk.as(technician).call(publishArticle, { publicArticleId, state: 'published' })
    expect(await suggested('predarea accesului', { as: one })).toEqual(['predare'])
    expect(await suggested('predarea accesului', { language: 'en' })).toEqual([])
    expect(await suggested('handing it over', { language: 'en' })).toEqual(['predare'])
  })

  it('are three of each at most', async () => {
    const one = await givenMember(desk)
    for (let n = 0; n < 5; n++) await desk.as(one).call(saveArticle, { title: `Routerul ${n}`, body: 'x' })
    expect(await suggested('router', { as: one })).toHaveLength(3)
  })

  it('are no place for a subject that is longer than one, and no business of the staff', async () => {
    await expect(desk.as(member).call(suggestArticles, { subject: 'x'.repeat(301) })).rejects.toMatchObject({
      fields: { subject: expect.any(String) },
    })
    await expect(desk.as(technician).call(suggestArticles, { subject: 'x' })).rejects.toMatchObject({ code: 'role' })
  })
})
