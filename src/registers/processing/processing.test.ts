/** The register of processing tells of every use that the database allows, in both languages and every form. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { policy } from '../../../policy/policy.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember, givenProcessor, givenProvider, givenStaff } from '../../../test/support/given.ts'
import { type Looking, looking, operationsBut } from '../../../test/support/promises.ts'
import { readPdf } from '../../../test/support/read-pdf.ts'
import { maps } from '../../app/maps.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { AnyDataMap } from '../../privacy/map/data-map.ts'
import type { StaffActor } from '../../privacy/operation/actor.ts'
import { declareMeasures } from '../measures/declare-measures.ts'
import { fetchProcessing } from './fetch-register.ts'
import { inventoryOf } from './inventory.ts'
import { activitiesOf } from './register.ts'
import { subjectsOutside } from './register.words.ts'
import { showProcessing } from './show-register.ts'

let desk: TestDesk
let checks: Looking
let privacy: StaffActor
beforeAll(async () => {
  desk = await testDesk({ keep: true })
  checks = await looking(desk)
  privacy = await givenStaff(desk, { roles: ['privacy'] })
})
afterAll(async () => {
  await checks.close()
  await desk.close()
})

describe('the register of processing', () => {
  it('is not made before the provider says who it is', async () => {
    await expect(desk.as(privacy).call(showProcessing, { language: 'ro' })).rejects.toMatchObject({
      code: 'not_set_up',
    })
  })

  it.each(['ro', 'en'] as const)('has both capacities and every letter of Article 30: %s', async (language) => {
    await givenProvider(desk)
    const accountId = await givenAccount(desk, 'Moara cu Noroc SRL')
    await givenMember(desk, { accountId })
    await desk.owner.query(
      `update base.account set vat_number = 'RO 18547290', address = 'Str. Hanului 3', postal_code = '505800', city = 'Zărnești',
         county = 'Brașov', phone = '+40 268 555 010' where id = $1`,
      [accountId],
    )
    // A client's own customer: no login, no place in the account.
    await desk.owner.query(
      `insert into base.person (account_id, id, name, email, language) values ($1, $2, 'Un cumpărător', 'c@shop.test', 'ro')`,
      [accountId, newId()],
    )
    if (language === 'ro') await givenProcessor(desk)
    const register = await desk.as(privacy).call(showProcessing, { language })
    expect(register.provider).toMatchObject({ name: 'Zavor SRL', privacyEmail: 'date@provider.test' })
    for (const one of register.asController) {
      expect(one.subjects.length, one.purpose).toBeGreaterThan(0)
      expect(one.categories.length, one.purpose).toBeGreaterThan(0)
      expect(one.periods.length, one.purpose).toBeGreaterThan(0)
      expect(one.recipients.map(({ recipient }) => recipient).sort()).toEqual(
        [...policy.purposes[one.purpose as 'support'].recipients].sort(),
      )
    }
    const ofVisits = register.asController.find(({ purpose }) => purpose === 'visits')
    expect(ofVisits?.subjects).toEqual([subjectsOutside.visit_page?.[language]])
    const mail = register.asController.find(({ purpose }) => purpose === 'support')
    expect(mail?.recipients).toMatchObject([
      { recipient: 'hosting', company: null },
      { recipient: 'mail', company: 'Poșta de Probă SRL' },
      { recipient: 'backup_store', company: null },
    ])
    expect(register.asProcessor.controllers).toContainEqual(
      expect.objectContaining({ name: 'Moara cu Noroc SRL', customers: language === 'ro' ? 1 : expect.any(Number) }),
    )
    expect(register.asProcessor.activities.map(({ purpose }) => purpose)).toEqual(['support', 'access'])
    expect(register.security.technical.length).toBeGreaterThan(3)
    expect(JSON.stringify(register)).not.toMatch(/undefined|null,null/)
  })

  it('is a JSON, a CSV and a tagged PDF that say the same', async () => {
    const fetched = async (format: 'json' | 'csv' | 'pdf') =>
      Buffer.from((await desk.as(privacy).call(fetchProcessing, { language: 'ro', format })).content)
    const json = JSON.parse((await fetched('json')).toString())
    const csv = (await fetched('csv')).toString()
    const pdf = readPdf(await fetched('pdf'))
    expect(pdf).toMatchObject({ language: 'ro-RO', hasStructure: true, title: 'Registrul prelucrărilor' })
    for (const one of json.asController) {
      expect(csv).toContain(`30(1),,${one.purpose},`)
      for (const words of [one.words, ...one.categories.map((category: { words: string }) => category.words)]) {
        expect(pdf.text.replaceAll(/\s+/g, ' ')).toContain(words)
      }
    }
    const client = json.asProcessor.controllers.find((one: { name: string }) => one.name === 'Moara cu Noroc SRL')
    // Art. 30(2)(a): and how each is reached.
    expect(client.contact).toBe('RO 18547290, Str. Hanului 3, 505800 Zărnești, Brașov, +40 268 555 010')
    expect(csv).toContain(`30(2),"Moara cu Noroc SRL (${client.contact})",support,`)
    expect(readPdf(await fetched('pdf')).text.replaceAll(/\s+/g, ' ')).toContain('Str. Hanului 3')
    expect(csv.split('\r\n')[0]).toContain('article,on_behalf_of,purpose')
  })

  it('names what the policy promises of the organisation in the language of the register', async () => {
    await desk.as({ kind: 'system', job: 'test' }).call(declareMeasures, {})
    for (const language of ['ro', 'en'] as const) {
      const { security } = await desk.as(privacy).call(showProcessing, { language })
      const to = { locale: language }
      const watched = `${m.registers_measure_watched({}, to)} (${m.registers_measure_premises({}, to)})`
      expect(security.organisational).toContainEqual({ says: watched, checkedOn: null })
    }
  })

  it('rests on an inventory that names every column of the database, in words', async () => {
    const { content, filename } = await desk.as(privacy).call(fetchProcessing, { language: 'ro', format: 'inventory' })
    expect(filename).toBe('zavor-inventory-ro.csv')
    const [head = '', ...lines] = Buffer.from(content).toString().trimEnd().split('\r\n')
    expect(head).toContain(
      'table,says,capacity,class,kept,erasure,column,column_says,category,source,purposes,download',
    )
    const { rows } = await desk.owner.query<{ name: string }>(
      `select c.relname || ',' || a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relnamespace = 'base'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
         and a.attnum > 0 and not a.attisdropped and a.attname <> 'marker'`,
    )
    const told = new Set(
      inventoryOf({ policy, maps }, 'ro').flatMap((one) => one.columns.map(({ column }) => `${one.table},${column}`)),
    )
    expect(rows.map(({ name }) => name).filter((name) => !told.has(name))).toEqual([])
    expect(lines).toHaveLength(told.size)
    const phone = lines.find((line) => /^person,.*,phone,/.test(line))
    expect(phone).toMatch(/,operator,.*Date de contact,de la dumneavoastră,.*Asistență.*,da$/)
    // A secret is in no download, whoever may come to see it.
    expect(lines.find((line) => /^login_credential,.*,password,/.test(line))).toMatch(/,niciodată$/)
    expect(lines.find((line) => line.startsWith('measure,'))).toContain('spune cum stau lucrurile acum')
  })

  it('is for owners and privacy staff', async () => {
    const others = await givenStaff(desk, { roles: ['technician', 'sales', 'billing'] })
    await expect(desk.as(others).call(showProcessing, { language: 'ro' })).rejects.toMatchObject({ code: 'role' })
  })
})

describe('P1 both_registers', () => {
  const look = (changed: Parameters<Looking['look']>[2] = {}) => checks.look('P1', 'both_registers', changed)

  it('sees a client of whose customers data is held and who is not in the register', async () => {
    expect(await look()).toMatchObject({
      holds: true,
      figure: { en: expect.stringMatching(/whose data we hold: [1-9]\d*; clients not in the register: 0$/) },
    })
    const { rows } = await desk.owner.query(`select pg_get_viewdef('legal.account'::regclass) as sql`)
    const sql = rows[0].sql.replace(/;$/, '')
    await desk.owner.query(`create or replace view legal.account as select * from (${sql}) a where a.kind <> 'client'`)
    expect(await look()).toMatchObject({ holds: false })
    await desk.owner.query(`create or replace view legal.account as ${sql}`)
    expect(await look()).toMatchObject({ holds: true })
  })

  it('sees work for clients that the register does not tell of', async () => {
    const { maps, policy } = checks.ground
    expect(await look({ maps: maps.filter((map) => map.rule.about === 'nobody') })).toMatchObject({ holds: false })
    const purposes = { ...policy.purposes }
    purposes.access = { ...purposes.access!, reason: { ro: '', en: '' } }
    expect(await look({ policy: { ...policy, purposes } })).toMatchObject({ holds: false })
  })
})

describe('P25 register', () => {
  const look = (changed: Parameters<Looking['look']>[2] = {}) => checks.look('P25', 'register', changed)

  it('sees what a purpose may see and the register does not tell', async () => {
    expect(await look()).toMatchObject({ holds: true })
    const { maps } = checks.ground
    const hidden = maps.map((map) => ({ ...map, columns: without(map.columns, 'orders') }))
    expect(await look({ maps: hidden })).toMatchObject({ holds: false })
    await desk.owner.query('create view improvement.person_in_clear as select email from base.person')
    expect(await look()).toMatchObject({ holds: true })
    await desk.owner.query('drop view improvement.person_in_clear')
    expect(await look({ operations: operationsBut(checks.ground, 'processing.fetch', null) })).toMatchObject({
      holds: false,
    })
  })

  it('sees a purpose without its reason', async () => {
    const purposes = { ...checks.ground.policy.purposes }
    purposes.support = { ...purposes.support!, reason: { ro: '', en: '' } }
    expect(await look({ policy: { ...checks.ground.policy, purposes } })).toMatchObject({ holds: false })
  })

  it('gives a purpose that uses nothing personal no row', () => {
    const made = activitiesOf({ policy, maps: [], companies: [] }, 'ro')
    expect(made).toEqual([])
  })
})

/** The same columns, as if one purpose did not use them. */
function without(columns: AnyDataMap['columns'], purpose: string): AnyDataMap['columns'] {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => {
      const uses = Object.fromEntries(Object.entries(column.options.uses ?? {}).filter(([one]) => one !== purpose))
      return [name, column.options.category ? { ...column, options: { ...column.options, uses } } : column]
    }),
  )
}
