import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Canary, dropConstraints, peoplesMaps, plantCanaries, type Whose } from '../../../test/support/canaries.ts'
import { type TestDesk, testDesk } from '../../../test/support/desk.ts'
import { givenAccount, givenMember } from '../../../test/support/given.ts'
import { readZip } from '../../../test/support/read-zip.ts'
import { newId } from '../../platform/database/id.ts'
import { heldTables } from '../../privacy/held/held-tables.ts'
import { isPersonal } from '../../privacy/map/uses.ts'
import type { MemberActor } from '../../privacy/operation/actor.ts'
import { downloadHeld } from './download.ts'
import { heldOverview } from './held-overview.ts'
import { heldTable } from './held-table.ts'

let desk: TestDesk
let mine: Canary[]
let owner: MemberActor
let technical: MemberActor
let stranger: MemberActor
let accountId: string

beforeAll(async () => {
  desk = await testDesk({ keep: true })
  await dropConstraints(desk.owner)
  accountId = newId()
  const person = (mark: string, roles: MemberActor['roles'], account = accountId): MemberActor & Whose => ({
    kind: 'member',
    accountId: account,
    personId: newId(),
    loginId: newId(),
    roles,
    freshAt: new Date(),
    mark,
  })
  const first = person('owner', ['owner'])
  const second = person('technical', ['technical'])
  const third = person('stranger', ['owner'], newId())
  mine = await plantCanaries(desk.owner, first)
  await plantCanaries(desk.owner, third)
  // The account's own rows are there once: the second person adds only what is about people.
  await plantCanaries(desk.owner, { ...second, accountId: newId() })
  for (const map of peoplesMaps.filter((one) => one.rule.about !== null)) {
    const about = map.rule.about as string
    await desk.owner.query(`update base."${map.table}" set account_id = $1 where "${about}" = $2`, [
      accountId,
      second.personId,
    ])
  }
  const { rows } = await desk.owner.query('select id from base.attachment where added_by = $1', [first.personId])
  async function* content() {
    yield Buffer.from('what was attached')
  }
  await desk.tools.files.put({ accountId, fileId: rows[0].id, content: content(), maxBytes: 100 })
  owner = first
  technical = second
  stranger = third
})
afterAll(() => desk.close())

async function downloaded(actor: MemberActor) {
  const { content } = await desk.as(actor).call(downloadHeld, {})
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk as Uint8Array)
  return readZip(Buffer.concat(chunks))
}

const exportable = ({ table, column }: Canary) => {
  const map = peoplesMaps.find((one) => one.table === table)
  return map?.columns[column]?.options.export !== 'no'
}

describe('the download', () => {
  it('holds every personal column that the maps do not keep out, in JSON and in CSV', async () => {
    const files = await downloaded(owner)
    const data = files.get('data.json')?.toString() ?? ''
    const missing = mine.filter(exportable).filter(({ value }) => !data.includes(value))
    expect(missing).toEqual([])
    for (const { table, value } of mine.filter(exportable)) {
      const csv = files.get(`csv/${table}.csv`)?.toString() ?? ''
      expect(csv.includes(value) || csv.includes(Buffer.from(value).toString('base64')), `${table}: ${value}`).toBe(
        true,
      )
    }
  })

  it('holds no secret and nothing of anybody else', async () => {
    for (const [actor, others] of [
      [owner, ['technical', 'stranger']],
      [technical, ['owner', 'stranger']],
      [stranger, ['owner', 'technical']],
    ] as const) {
      const all = Buffer.concat([...(await downloaded(actor)).values()]).toString()
      for (const other of others) expect(all).not.toContain(`canary-${other}`)
      for (const { column, table } of mine.filter((one) => !exportable(one))) {
        expect(all).not.toContain(`-${table}-${column}`.replaceAll('_', '-'))
      }
    }
  })

  it('names each file with its size and hash, last of all', async () => {
    const files = await downloaded(owner)
    const manifest = JSON.parse(files.get('manifest.json')?.toString() ?? '{}')
    const others = [...files.keys()].filter((name) => name !== 'manifest.json')
    expect([...files].filter(([name]) => name.startsWith('files/')).map(([, bytes]) => bytes.toString())).toEqual([
      'what was attached',
    ])
    expect(manifest.missing).toEqual([])
    expect(manifest.files.map((file: { name: string }) => file.name)).toEqual(others)
    for (const { name, bytes, sha256 } of manifest.files) {
      const content = files.get(name) ?? Buffer.alloc(0)
      expect(content.length).toBe(bytes)
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
    }
  })

  it('says of each column what it is, why it is held and where it came from', async () => {
    const schema = JSON.parse((await downloaded(owner)).get('schema.json')?.toString() ?? '{}')
    for (const map of peoplesMaps) {
      for (const [name, column] of Object.entries(map.columns)) {
        if (!isPersonal(column) || column.options.export === 'no') continue
        const said = schema.tables[map.table]?.columns[name]
        expect(said, `${map.table}.${name}`).toMatchObject({ label: column.options.label, source: expect.anything() })
        expect(said.purposes.length, `${map.table}.${name} has a purpose`).toBeGreaterThan(0)
      }
    }
  })

  it('asks who it is once more', async () => {
    await expect(desk.as({ ...owner, freshAt: null }).call(downloadHeld, {})).rejects.toMatchObject({
      code: 'fresh_sign_in',
    })
  })
})

describe('what is held', () => {
  it('shows every column that has a name, with the purposes, the ground and the period', async () => {
    const overview = await desk.as(owner).call(heldOverview, {})
    expect(overview.tables.map((table) => table.name)).toEqual(
      expect.arrayContaining(heldTables(desk.tools.maps).map(({ map }) => map.table)),
    )
    expect(overview.tables[0]?.name).toBe('person')
    for (const table of overview.tables) {
      expect(table.period.words.ro).toBeTruthy()
      for (const column of table.columns) expect(column.source.ro).toBeTruthy()
    }
    expect(JSON.stringify(overview)).not.toContain('canary-technical')
  })

  it('shows a member nothing of the owner and nothing of the account', async () => {
    const overview = await desk.as(technical).call(heldOverview, {})
    expect(overview.tables.map((table) => table.name)).not.toContain('account')
    expect(overview.tables.map((table) => table.name)).not.toContain('playbook')
    for (const { map } of heldTables(desk.tools.maps)) {
      const page = await desk.as(technical).call(heldTable, { table: map.table })
      expect(JSON.stringify(page.rows)).not.toMatch(/canary-(owner|stranger)/)
    }
  })

  it('refuses a table that is nobody’s, and a place in the list that is not ours', async () => {
    for (const table of ['audit_entry', 'account_key', 'staff', 'pg_authid', 'ticket"']) {
      await expect(desk.as(owner).call(heldTable, { table })).rejects.toMatchObject({ code: 'not_found' })
    }
    for (const after of [
      'x',
      'W10',
      Buffer.from('["1"]').toString('base64url'),
      Buffer.from('{}').toString('base64url'),
    ]) {
      await expect(desk.as(owner).call(heldTable, { table: 'ticket', after })).rejects.toMatchObject({
        code: 'invalid',
      })
    }
  })
})

describe('paging', () => {
  it('gives each row once, the newest first, whatever is added meanwhile', async () => {
    const account = await givenAccount(desk)
    const member = await givenMember(desk, { accountId: account })
    const add = () =>
      desk.owner.query(
        `insert into base.terms_acceptance (account_id, id, person_id, version, language) values ($1, $2, $3, $2::uuid::text, 'ro')`,
        [account, newId(), member.personId],
      )
    for (let at = 0; at < 120; at++) await add()
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await desk.as(member).call(heldTable, { table: 'terms_acceptance', ...(after ? { after } : {}) })
      seen.push(...page.rows.map((row) => row[0] as string))
      after = page.next ?? undefined
      await add()
    } while (after)
    expect(seen).toHaveLength(120)
    expect(seen).toEqual([...new Set(seen)].sort().reverse())
  })
})
