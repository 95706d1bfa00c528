/** What articles said before: kept at each save, read by those who read the article, ended with it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { dropArticle } from './drop-article.ts'
import { listArticleVersions } from './list-article-versions.ts'
import { listPublicArticleVersions } from './list-public-article-versions.ts'
import { publishArticle } from './publish-article.ts'
import { saveArticle } from './save-article.ts'
import { savePublicArticle } from './save-public-article.ts'
import { showArticle } from './show-article.ts'
import { showArticleVersion } from './show-article-version.ts'
import { showPublicArticleVersion } from './show-public-article-version.ts'

let desk: TestDesk
let technician: StaffActor
let member: MemberActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  technician = await givenStaff(desk, { roles: ['technician'] })
  member = await givenMember(desk)
})
afterAll(() => desk.close())

const staff = () => desk.as(technician)

describe('what a client’s article said', () => {
  it('is kept at each save with who and when, read as it was, and taken back by a save of its own', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, { title: 'Copii', body: 'Pe *disc*.' })
    const accountId = member.accountId
    await staff().call(saveArticle, { accountId, articleId, seen: 1, title: 'Copii', body: 'Pe bandă.' })
    // The same words again are no save.
    await staff().call(saveArticle, { accountId, articleId, seen: 2, title: 'Copii', body: 'Pe bandă.' })
    const reader = await givenMember(desk, { accountId, roles: ['billing'] })
    const { versions, next } = await desk.as(reader).call(listArticleVersions, { articleId })
    expect(versions.map(({ revision, by }) => [revision, by.side])).toEqual([
      [2, 'staff'],
      [1, 'client'],
    ])
    expect(next).toBeNull()
    const first = await staff().call(showArticleVersion, { accountId, articleId, revision: '1' })
    expect(first).toMatchObject({ revision: 1, title: 'Copii', body: 'Pe *disc*.', by: { id: member.personId } })
    expect(first.blocks).toEqual([{ kind: 'paragraph', children: ['Pe ', expect.anything(), '.'] }])
    const back = { articleId, seen: 2, title: first.title, body: first.body }
    expect(await desk.as(member).call(saveArticle, back)).toEqual({ articleId, revision: 3 })
    expect(await desk.as(member).call(showArticle, { articleId })).toMatchObject({ body: 'Pe *disc*.', revision: 3 })
    expect((await desk.as(member).call(listArticleVersions, { articleId })).versions).toHaveLength(3)
  })

  it('has no save where nothing was said: one of two who read the same revision, or taking it out of use', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, { title: 'A', body: 'a' })
    await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) =>
        desk.as(member).call(saveArticle, { articleId, seen: 1, title: 'A', body: `a${n}` }),
      ),
    )
    await desk.as(member).call(dropArticle, { articleId, use: 'dropped' })
    await desk.as(member).call(dropArticle, { articleId, use: 'used' })
    const { versions } = await desk.as(member).call(listArticleVersions, { articleId })
    expect(versions.map(({ revision }) => revision)).toEqual([2, 1])
  })

  it('comes page by page, each save once', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, { title: 'A', body: 'a' })
    for (let seen = 1; seen <= 44; seen++)
      await desk.as(member).call(saveArticle, { articleId, seen, title: 'A', body: `a${seen}` })
    const seen: number[] = []
    let below: string | undefined
    do {
      const page = await desk.as(member).call(listArticleVersions, { articleId, ...(below ? { below } : {}) })
      seen.push(...page.versions.map(({ revision }) => revision))
      below = page.next ?? undefined
    } while (below)
    expect(seen).toEqual(Array.from({ length: 45 }, (_, n) => 45 - n))
  })

  it('is nothing to other accounts, and nothing where there is no such save', async () => {
    const { articleId } = await desk.as(member).call(saveArticle, { title: 'A', body: 'a' })
    const other = await givenMember(desk)
    for (const given of [{ articleId }, { articleId, accountId: member.accountId }]) {
      await expect(desk.as(other).call(listArticleVersions, given)).rejects.toMatchObject({ code: 'not_found' })
      const one = { ...given, revision: 1 }
      await expect(desk.as(other).call(showArticleVersion, one)).rejects.toMatchObject({ code: 'not_found' })
    }
    for (const revision of [2, 2_147_483_646]) {
      await expect(desk.as(member).call(showArticleVersion, { articleId, revision })).rejects.toMatchObject({
        code: 'not_found',
      })
    }
    for (const revision of ['', '0', '-1', 'x', '1e99', '1.5']) {
      await expect(desk.as(member).call(showArticleVersion, { articleId, revision })).rejects.toMatchObject({
        fields: { revision: expect.any(String) },
      })
    }
    await expect(desk.as(member).call(listArticleVersions, { articleId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('what a public article said', () => {
  it('is kept for the staff, who are by name, in both languages; publishing is no save', async () => {
    const words = { slug: 'vechi', titleRo: 'Unu', titleEn: 'One', bodyRo: 'unu', bodyEn: 'one' }
    const { publicArticleId } = await staff().call(savePublicArticle, words)
    await staff().call(publishArticle, { publicArticleId, state: 'published' })
    await staff().call(savePublicArticle, { ...words, publicArticleId, seen: 1, bodyEn: 'two' })
    const { versions } = await staff().call(listPublicArticleVersions, { publicArticleId })
    expect(versions.map(({ revision }) => revision)).toEqual([2, 1])
    expect(versions[0]?.by).toEqual(expect.any(String))
    expect(await staff().call(showPublicArticleVersion, { publicArticleId, revision: 1 })).toMatchObject({
      title: { ro: 'Unu', en: 'One' },
      body: { ro: 'unu', en: 'one' },
    })
    for (const who of [desk.as(member), desk.as({ kind: 'visitor' })]) {
      await expect(who.call(listPublicArticleVersions, { publicArticleId })).rejects.toMatchObject({
        code: expect.stringMatching(/^(role|sign_in_first)$/),
      })
    }
  })
})
