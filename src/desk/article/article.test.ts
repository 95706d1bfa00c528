/** The knowledge base: a client's articles are its own and the staff's, public ones are everybody's once they are published. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { dropArticle } from './drop-article.ts'
import { listArticles } from './list-articles.ts'
import { listPublicArticles } from './list-public-articles.ts'
import { publishArticle } from './publish-article.ts'
import { saveArticle } from './save-article.ts'
import { savePublicArticle } from './save-public-article.ts'
import { showArticle } from './show-article.ts'
import { showPublicArticle } from './show-public-article.ts'

let desk: TestDesk
let technician: StaffActor
let member: MemberActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  technician = await givenStaff(desk, { roles: ['technician'] })
  member = await givenMember(desk)
})
afterAll(() => desk.close())

const words = { title: 'Serverul de poștă', body: 'Stă în dulap.\n\nNu goliți coada.' }
const staff = () => desk.as(technician)
const titles = async (given: object = {}, as: MemberActor = member) =>
  (await desk.as(as).call(listArticles, given)).articles.map((one) => one.title)

describe('a client’s articles', () => {
  it('are written by its owner or technical people and by technicians, read by all of both, and by nobody else', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, words)
    const accountId = member.accountId
    const reader = await givenMember(desk, { accountId, roles: ['billing'] })
    expect(await desk.as(reader).call(showArticle, { articleId })).toMatchObject({ ...words, revision: 1 })
    await expect(desk.as(reader).call(saveArticle, words)).rejects.toMatchObject({ code: 'role' })
    const sales = await givenStaff(desk, { roles: ['sales'] })
    expect(await desk.as(sales).call(showArticle, { accountId, articleId })).toMatchObject(words)
    await expect(desk.as(sales).call(saveArticle, { accountId, ...words })).rejects.toMatchObject({ code: 'role' })
    const other = await givenMember(desk)
    for (const given of [{ articleId }, { articleId, accountId }]) {
      await expect(desk.as(other).call(showArticle, given)).rejects.toMatchObject({ code: 'not_found' })
      await expect(desk.as(other).call(dropArticle, { ...given, use: 'dropped' })).rejects.toMatchObject({
        code: 'not_found',
      })
      await expect(desk.as(other).call(saveArticle, { ...given, seen: 1, ...words })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    await expect(staff().call(showArticle, { articleId })).rejects.toMatchObject({
      fields: { accountId: expect.any(String) },
    })
    await expect(staff().call(saveArticle, { accountId: newId(), ...words })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  it('tell who looked at them', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, words)
    await staff().call(showArticle, { accountId: member.accountId, articleId })
    const { rows } = await desk.owner.query(
      `select account_id, subjects from base.audit_entry where operation = 'article.show' order by seq desc limit 1`,
    )
    expect(rows).toEqual([{ account_id: member.accountId, subjects: [member.personId] }])
  })

  it('are changed by one of two who read the same revision', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, words)
    const saves = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        (n % 2 ? staff() : desk.as(member)).call(saveArticle, {
          accountId: member.accountId,
          articleId,
          seen: 1,
          title: words.title,
          body: `Schimbat ${n}`,
        }),
      ),
    )
    const won = saves.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    for (const save of saves)
      if (save.status === 'rejected') expect(save.reason).toMatchObject({ code: 'changed_meanwhile' })
    expect(await desk.as(member).call(showArticle, { articleId })).toMatchObject({ revision: 2 })
    await expect(desk.as(member).call(saveArticle, { articleId, ...words })).rejects.toMatchObject({
      fields: { seen: expect.any(String) },
    })
  })

  it('leave the list and the search when they are dropped, and come back', async () => {
    const one = await givenMember(desk)
    const { articleId } = await desk
      .as(one)
      .call(saveArticle, { title: 'Mașina de rezervă', body: 'Pornește singură.' })
    await desk.as(one).call(saveArticle, { title: 'Altceva', body: 'Nimic.' })
    expect(await titles({ q: 'masina porn' }, one)).toEqual(['Mașina de rezervă'])
    for (const use of ['dropped', 'dropped'] as const) await desk.as(one).call(dropArticle, { articleId, use })
    expect(await titles({}, one)).toEqual(['Altceva'])
    expect(await titles({ q: 'masina' }, one)).toEqual([])
    expect(await titles({ which: 'dropped' }, one)).toEqual(['Mașina de rezervă'])
    expect(await desk.as(one).call(showArticle, { articleId })).toMatchObject({
      droppedAt: expect.any(Date),
      revision: 2,
    })
    await desk.as(one).call(dropArticle, { articleId, use: 'used' })
    expect(await titles({}, one)).toEqual(['Mașina de rezervă', 'Altceva'])
    expect(await titles({ q: '--' }, one)).toEqual([])
    expect(await titles({ q: ' ' }, one)).toHaveLength(2)
  })

  it('come page by page, each once, though all were written in the same moment', async () => {
    const one = await givenMember(desk)
    await desk.owner.query(
      `insert into base.article (account_id, id, title, body, by_person)
       select $1, gen_random_uuid(), 'Articolul ' || n, 'x', $2 from generate_series(1, 120) n`,
      [one.accountId, one.personId],
    )
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await desk.as(one).call(listArticles, { ...(after ? { after } : {}) })
      seen.push(...page.articles.map(({ id }) => id))
      after = page.next ?? undefined
    } while (after)
    expect([seen.length, new Set(seen).size]).toEqual([120, 120])
  })

  it('say what is wrong with them, and write nothing then', async () => {
    const one = await givenMember(desk)
    for (const [given, field] of [
      [{ ...words, title: ' ' }, 'title'],
      [{ ...words, title: 'x'.repeat(201) }, 'title'],
      [{ ...words, body: '' }, 'body'],
      [{ ...words, body: 'x'.repeat(20_001) }, 'body'],
      [{ ...words, body: 'a\u0000b' }, 'body'],
    ] as const) {
      await expect(desk.as(one).call(saveArticle, given)).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      })
    }
    expect(await titles({}, one)).toEqual([])
  })
})

describe('public articles', () => {
  const article = (slug: string) => ({
    slug,
    titleRo: 'Cum predați accesul',
    titleEn: 'How to hand over access',
    bodyRo: 'În pagina **Acces**.',
    bodyEn: 'On the page *Access*.',
  })
  const visitor = () => desk.as({ kind: 'visitor' })
  const publicSlugs = async (given: object = {}) =>
    (await visitor().call(listPublicArticles, given)).articles.map((one) => one.slug)

  it('are read by everybody from their publication until they are taken back, and by the staff before', async () => {
    const { publicArticleId } = await staff().call(savePublicArticle, article('access'))
    const read = () => visitor().call(showPublicArticle, { slug: 'access' })
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.as(member).call(showPublicArticle, { slug: 'access' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await staff().call(showPublicArticle, { slug: 'access' })).toMatchObject({ published: false })
    expect(await publicSlugs()).toEqual([])
    await expect(visitor().call(listPublicArticles, { which: 'all' })).rejects.toMatchObject({ code: 'role' })
    await expect(desk.as(member).call(listPublicArticles, { which: 'all' })).rejects.toMatchObject({ code: 'role' })
    await staff().call(publishArticle, { publicArticleId, state: 'published' })
    expect(await read()).toMatchObject({ title: { ro: 'Cum predați accesul', en: 'How to hand over access' } })
    expect(await publicSlugs({ q: 'ACCES pagina', language: 'ro' })).toEqual(['access'])
    expect(await publicSlugs({ q: 'pagina', language: 'en' })).toEqual([])
    await staff().call(publishArticle, { publicArticleId, state: 'draft' })
    await expect(read()).rejects.toMatchObject({ code: 'not_found' })
    expect(await publicSlugs({ q: 'acces', language: 'ro' })).toEqual([])
  })

  it('say a taken address together with everything else that is faulty', async () => {
    const { publicArticleId } = await staff().call(savePublicArticle, article('taken-one'))
    const { publicArticleId: other } = await staff().call(savePublicArticle, article('taken-other'))
    const empty = { ...article('taken-one'), titleRo: '', bodyEn: '' }
    const rest = { titleRo: expect.any(String), bodyEn: expect.any(String) }
    const all = { code: 'invalid', fields: { slug: expect.any(String), ...rest } }
    await expect(staff().call(savePublicArticle, empty)).rejects.toMatchObject(all)
    await expect(staff().call(savePublicArticle, { publicArticleId: other, ...empty })).rejects.toMatchObject(all)
    const own = staff().call(savePublicArticle, { publicArticleId, seen: 1, ...empty })
    await expect(own).rejects.toMatchObject({ fields: rest })
    await expect(own).rejects.not.toHaveProperty('fields.slug')
    const unseen = staff().call(savePublicArticle, { publicArticleId: other, ...article('taken-one') })
    await expect(unseen).rejects.toMatchObject({ fields: { slug: expect.any(String), seen: expect.any(String) } })
    const stale = staff().call(savePublicArticle, { publicArticleId: other, seen: 9, ...article('taken-one') })
    await expect(stale).rejects.toMatchObject({ code: 'changed_meanwhile', fields: { slug: expect.any(String) } })
  })

  it('have an address each of their own, also when two take it at the same moment', async () => {
    const made = await Promise.allSettled(
      Array.from({ length: 8 }, () => staff().call(savePublicArticle, article('same'))),
    )
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const one of made) if (one.status === 'rejected') expect(one.reason.status).toBeLessThan(500)
    await expect(staff().call(savePublicArticle, article('same'))).rejects.toMatchObject({
      fields: { slug: expect.any(String) },
    })
    await expect(staff().call(savePublicArticle, article('Not So'))).rejects.toMatchObject({
      fields: { slug: expect.any(String) },
    })
  })

  it('are changed by one of two who read the same revision, and never by a client', async () => {
    const { publicArticleId } = await staff().call(savePublicArticle, article('twice'))
    const save = (bodyEn: string) =>
      staff().call(savePublicArticle, { ...article('twice'), publicArticleId, seen: 1, bodyEn })
    expect(await save('Once')).toMatchObject({ revision: 2 })
    await expect(save('Twice')).rejects.toMatchObject({ code: 'changed_meanwhile' })
    await expect(desk.as(member).call(savePublicArticle, article('mine'))).rejects.toMatchObject({ status: 403 })
    const billing = await givenStaff(desk, { roles: ['billing'] })
    await expect(desk.as(billing).call(publishArticle, { publicArticleId, state: 'published' })).rejects.toMatchObject({
      code: 'role',
    })
  })
})
