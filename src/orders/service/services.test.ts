import { beforeAll, describe, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenMember, givenStaff } from '../../../test/support/given.ts'
import { newId } from '../../platform/database/id.ts'
import type { MemberActor, StaffActor } from '../../privacy/operation/actor.ts'
import { seedExampleServices } from '../orders.facade.ts'
import { listServices } from './list-services.ts'
import { publishService } from './publish-service.ts'
import { retireService } from './retire-service.ts'
import { saveService } from './save-service.ts'
import type { ServiceTerms } from './service.terms.ts'
import { showService } from './show-service.ts'

const visitor = { kind: 'visitor' } as const
const terms: ServiceTerms = {
  name: { ro: 'Verificare', en: 'Inspection' },
  summary: { ro: 'O verificare.', en: 'An inspection.' },
  description: { ro: 'Verificăm.', en: 'We inspect.' },
  delivers: { ro: 'Un raport.', en: 'A report.' },
  price: { minor: '999999999999999', currency: 'RON', unit: 'once' },
  fields: [],
  access: [],
}

let desk: TestDesk
let owner: StaffActor
let sales: StaffActor
let technician: StaffActor
let member: MemberActor

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  owner = await givenStaff(desk)
  sales = await givenStaff(desk, { roles: ['sales'] })
  technician = await givenStaff(desk, { roles: ['technician'] })
  member = await givenMember(desk)
  return () => desk.close()
})

let counter = 0
const save = (more: Partial<{ id: string; revision: number; slug: string; terms: ServiceTerms }> = {}) =>
  desk.as(owner).call(saveService, { slug: `inspection-${++counter}`, terms, ...more })

describe('what can be ordered', () => {
  test('a provider starts with three published examples in its currency', async () => {
    await desk.handles
      .of('identity')
      .transaction()
      .execute((trx) => seedExampleServices(trx, { currency: 'EUR', now: new Date(), staffId: owner.staffId }))
    const { services } = await desk.as(visitor).call(listServices, {})
    const examples = services.slice(0, 3).map(({ slug, price, state }) => [slug, price.minor, price.currency, state])
    expect(examples).toEqual([
      ['server-setup', '29000', 'EUR', 'published'],
      ['server-administration', '15000', 'EUR', 'published'],
      ['site-and-mail-migration', '19000', 'EUR', 'published'],
    ])
  })

  test('a draft is seen by staff alone, until it is published', async () => {
    const { id } = await save({ slug: 'draft-one' })
    await expect(desk.as(visitor).call(showService, { service: id })).rejects.toMatchObject({ code: 'not_found' })
    await expect(desk.as(member).call(showService, { service: 'draft-one' })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect((await desk.as(technician).call(showService, { service: id })).state).toBe('draft')
    await desk.as(sales).call(publishService, { id })
    expect(await desk.as(visitor).call(showService, { service: 'draft-one' })).toMatchObject({ id, ...terms })
    await desk.as(sales).call(retireService, { id })
    await expect(desk.as(visitor).call(showService, { service: id })).rejects.toMatchObject({ code: 'not_found' })
    await desk.as(owner).call(publishService, { id })
    await desk.as(owner).call(publishService, { id })
    expect((await desk.as(visitor).call(showService, { service: id })).state).toBe('published')
  })

  test('only staff see drafts and retired services in the list', async () => {
    await save()
    const all = await desk.as(technician).call(listServices, { which: 'all' })
    expect(all.services.some((service) => service.state === 'draft')).toBe(true)
    const published = await desk.as(visitor).call(listServices, {})
    expect(published.services.every((service) => service.state === 'published')).toBe(true)
    for (const actor of [visitor, member]) {
      await expect(desk.as(actor).call(listServices, { which: 'all' })).rejects.toMatchObject({ code: 'role' })
    }
  })

  test('a price keeps every digit', async () => {
    const { id } = await save()
    expect((await desk.as(owner).call(showService, { service: id })).price.minor).toBe(terms.price.minor)
  })
})

describe('changing a service', () => {
  test('of two who change it at once one wins and the other is told', async () => {
    const { id } = await save({ slug: 'contested' })
    const both = await Promise.allSettled([
      save({ id, revision: 1, slug: 'contested', terms: { ...terms, name: { ro: 'A', en: 'A' } } }),
      save({ id, revision: 1, slug: 'contested', terms: { ...terms, name: { ro: 'B', en: 'B' } } }),
    ])
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'changed_meanwhile' })
    expect((await desk.as(owner).call(showService, { service: id })).revision).toBe(2)
  })

  test('an address belongs to one service', async () => {
    await save({ slug: 'taken' })
    const again = save({ slug: 'taken' })
    await expect(again).rejects.toMatchObject({ code: 'invalid', fields: { slug: expect.any(String) } })
  })

  test('a taken address is said together with everything else that is faulty', async () => {
    const { id, revision } = await save({ slug: 'taken-too' })
    const nameless = { ...terms, name: { ro: '', en: '' } }
    const fields = {
      slug: expect.any(String),
      'terms.name.ro': expect.any(String),
      'terms.name.en': expect.any(String),
    }
    await expect(save({ slug: 'taken-too', terms: nameless })).rejects.toMatchObject({ code: 'invalid', fields })
    const own = save({ id, revision, slug: 'taken-too', terms: nameless })
    await expect(own).rejects.toSatisfy((error: { fields: object }) => !('slug' in error.fields))
    const other = await save()
    const stale = save({ id: other.id, revision: 9, slug: 'taken-too' })
    await expect(stale).rejects.toMatchObject({ code: 'changed_meanwhile', fields: { slug: expect.any(String) } })
    for (const slug of [7, null, undefined, { a: 'taken-too' }]) {
      const odd = save({ slug: slug as never, terms: nameless })
      await expect(odd).rejects.toMatchObject({ code: 'invalid', fields: { slug: expect.any(String) } })
    }
  })

  test('a revision without its service, or the other way round, is refused', async () => {
    await expect(save({ revision: 1 })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save({ id: newId() })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save({ id: newId(), revision: 1 })).rejects.toMatchObject({ code: 'not_found' })
  })

  test('a draft cannot be retired, what is not there can be neither published nor retired', async () => {
    const { id } = await save()
    await expect(desk.as(owner).call(retireService, { id })).rejects.toMatchObject({ code: 'not_published' })
    for (const operation of [publishService, retireService]) {
      await expect(desk.as(owner).call(operation, { id: newId() })).rejects.toMatchObject({ code: 'not_found' })
    }
  })
})

describe('hostile callers', () => {
  test('only owner and sales define services', async () => {
    const { id } = await save()
    for (const actor of [technician, member]) {
      const on = desk.as(actor)
      await expect(on.call(saveService, { slug: 'no', terms })).rejects.toMatchObject({ code: 'role' })
      await expect(on.call(publishService, { id })).rejects.toMatchObject({ code: 'role' })
      await expect(on.call(retireService, { id })).rejects.toMatchObject({ code: 'role' })
    }
    const on = desk.as(visitor)
    await expect(on.call(saveService, { slug: 'no', terms })).rejects.toMatchObject({ code: 'sign_in_first' })
    await expect(on.call(publishService, { id })).rejects.toMatchObject({ code: 'sign_in_first' })
    await expect(on.call(retireService, { id })).rejects.toMatchObject({ code: 'sign_in_first' })
  })

  const field = {
    name: 'a',
    kind: 'server_detail',
    input: 'line',
    label: { ro: 'A', en: 'A' },
    required: true,
  } as const
  const card = 'Plătiți din 4111 1111 1111 1111'
  test.each<[string, string, object]>([
    ['a negative price', 'terms.price.minor', { price: { minor: '-1', currency: 'RON', unit: 'once' } }],
    ['a price with a point', 'terms.price.minor', { price: { minor: '10.5', currency: 'RON', unit: 'once' } }],
    [
      'a price beyond all measure',
      'terms.price.minor',
      { price: { minor: '9'.repeat(16), currency: 'RON', unit: 'once' } },
    ],
    ['an unknown currency form', 'terms.price.currency', { price: { minor: '1', currency: 'lei', unit: 'once' } }],
    ['a huge description', 'terms.description.ro', { description: { ro: 'x'.repeat(8001), en: 'x' } }],
    ['one language only', 'terms.name.en', { name: { ro: 'Da' } }],
    ['two fields of one name', 'terms.fields', { fields: [field, field] }],
    ['a choice without choices', 'terms.fields.0.choices', { fields: [{ ...field, input: 'choice' }] }],
    ['a field of an unknown kind', 'terms.fields.0.kind', { fields: [{ ...field, kind: 'password' }] }],
    [
      'thirty-one fields',
      'terms.fields',
      { fields: Array.from({ length: 31 }, (_, n) => ({ ...field, name: `f${n}` })) },
    ],
    ['a card number in the text', 'terms.description.en', { description: { ro: 'x', en: card } }],
  ])('%s is refused with its field, and nothing is written', async (_, at, change) => {
    const slug = `hostile-${++counter}`
    const saving = desk.as(owner).call(saveService, { slug, terms: { ...terms, ...change } as ServiceTerms })
    await expect(saving).rejects.toMatchObject({ code: 'invalid', fields: { [at]: expect.any(String) } })
    await expect(desk.as(owner).call(showService, { service: slug })).rejects.toMatchObject({ code: 'not_found' })
  })

  test.each(['../../etc', 'A B', 'ș', '-a', 'x'.repeat(81), ''])('the address %j is refused', async (slug) => {
    await expect(save({ slug })).rejects.toMatchObject({ code: 'invalid', fields: { slug: expect.any(String) } })
  })
})
