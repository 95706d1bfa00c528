/** Each promise that the desk keeps is broken on a real database, and its check must say so. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDesk, testDesk } from '../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../test/support/given.ts'
import { type Looking, looking, operationsBut, pageOf } from '../../test/support/promises.ts'
import { newId } from '../platform/database/id.ts'
import type { SeenPage } from '../privacy/promises/check.ts'
import { publishArticle } from './article/publish-article.ts'
import { saveArticle } from './article/save-article.ts'
import { savePublicArticle } from './article/save-public-article.ts'
import { savePlaybook } from './playbook/save-playbook.ts'
import { openTicket } from './ticket/open-ticket.ts'

let desk: TestDesk
let checks: Looking

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  await givenStaff(desk, { roles: ['technician'] })
  const member = await givenMember(desk)
  await desk
    .as(member)
    .call(openTicket, { subject: 'Nu pornește', body: 'De la ora 7 nu mai pornește.', sendingId: newId() })
  await desk.as(member).call(saveArticle, { title: 'Copii', body: 'În fiecare noapte.' })
  await desk.as(member).call(savePlaybook, { seen: 0, hours: 'Luni–vineri' })
  await desk.as(member).call(savePlaybook, { seen: 1, hours: 'Zilnic' })
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

describe('a broken promise of the desk is seen', () => {
  it('P4: a conversation that the download would leave out', async () => {
    expect(await checks.look('P4', 'in_export')).toMatchObject({
      holds: true,
      figure: { en: 'tickets and messages: 2; to be found in the download: 2' },
    })
    const { rows } = await desk.owner.query(`select pg_get_viewdef('self.message'::regclass) as sql`)
    await desk.owner.query(
      `create or replace view self.message as select * from (${rows[0].sql.replace(/;\s*$/, '')}) v where false`,
    )
    expect(await checks.look('P4', 'in_export')).toMatchObject({ holds: false })
  })

  it('P35: but not in what one of the staff was told, who has no choices here', async () => {
    await desk.runJobs()
    const { rows } = await desk.owner.query(
      'select count(*)::int as told from base.message_notice n join base.staff s on s.id = n.recipient',
    )
    expect(rows[0].told).toBeGreaterThan(0)
    expect(await checks.look('P35', 'limits_work')).toMatchObject({ holds: true })
    await desk.owner.query('update base.person set marker = 0')
    expect(await checks.look('P35', 'limits_work')).toMatchObject({ holds: false })
  })

  it('P18: a knowledge base that its client cannot write, that needs an account, or that the download leaves out', async () => {
    const look = (changed: object = {}) => checks.look('P18', 'articles', changed)
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('articles: 1,') } })
    const unsaved = operationsBut(checks.ground, 'article.save', { who: { staff: 'any' } })
    expect(await look({ operations: unsaved })).toMatchObject({ holds: false })
    const closed = operationsBut(checks.ground, 'public_article.show', { who: { member: 'any' } })
    expect(await look({ operations: closed })).toMatchObject({ holds: false })
    const { rows } = await desk.owner.query(`select pg_get_viewdef('self.article'::regclass) as sql`)
    await desk.owner.query(
      `create or replace view self.article as select * from (${rows[0].sql.replace(/;\s*$/, '')}) v where false`,
    )
    expect(await look()).toMatchObject({ holds: false })
  })

  it('P18: an article whose saves are lost, hidden from its client, or left out of the download', async () => {
    const look = (changed: object = {}) => checks.look('P18', 'article_history', changed)
    expect(await look()).toMatchObject({ holds: true, figure: { en: expect.stringContaining('versions kept: 1,') } })
    const unseen = operationsBut(checks.ground, 'article.version', { who: { staff: 'any' } })
    expect(await look({ operations: unseen })).toMatchObject({ holds: false })
    await desk.owner.query(`update base.article set body = 'Altceva'`)
    expect(await look()).toMatchObject({ holds: false })
  })

  it('P39: an article that anybody should read and that asks for an account or a cookie', async () => {
    const asked: string[] = []
    const look = (closed?: Partial<SeenPage>, which = /./) =>
      checks.look('P39', 'articles', {
        page: async (path: string) => {
          asked.push(path)
          return pageOf('', which.test(path) ? closed : {})
        },
      })
    expect(await look()).toMatchObject({ holds: true, figure: { en: 'articles published: 0; pages open: 2 of 2' } })
    const staff = desk.as(await givenStaff(desk, { roles: ['owner'] }))
    const words = { titleRo: 'Repornire', titleEn: 'Restart', bodyRo: 'Apăsați.', bodyEn: 'Press.' }
    const { publicArticleId } = await staff.call(savePublicArticle, { slug: 'restart', ...words })
    expect(await look()).toMatchObject({ figure: { en: 'articles published: 0; pages open: 2 of 2' } })
    await staff.call(publishArticle, { publicArticleId, state: 'published' })
    asked.length = 0
    expect(await look()).toMatchObject({ holds: true, figure: { en: 'articles published: 1; pages open: 4 of 4' } })
    expect(asked.sort()).toEqual(['/en/articles', '/en/articles/restart', '/ro/articles', '/ro/articles/restart'])
    expect(await look({ status: 302 }, /restart/)).toMatchObject({ holds: false })
    expect(await look({ cookies: ['zavor_session'] })).toMatchObject({ holds: false })
  })

  it('P10: a sheet that the client cannot write, and one whose history lost a version', async () => {
    expect(await checks.look('P10', 'sheet')).toMatchObject({ holds: true })
    const unsaved = operationsBut(checks.ground, 'playbook.save', { who: { staff: 'any' } })
    expect(await checks.look('P10', 'sheet', { operations: unsaved })).toMatchObject({ holds: false })
    expect(await checks.look('P10', 'history')).toMatchObject({
      holds: true,
      figure: { en: expect.stringContaining('versions kept: 2') },
    })
    const unseen = operationsBut(checks.ground, 'playbook.changes', null)
    expect(await checks.look('P10', 'history', { operations: unseen })).toMatchObject({ holds: false })
    await desk.owner.query('delete from base.playbook where version = 1')
    expect(await checks.look('P10', 'history')).toMatchObject({ holds: false })
  })
})
