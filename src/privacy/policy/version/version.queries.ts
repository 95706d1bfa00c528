import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { newId } from '../../../platform/database/id.ts'
import type { CivilDay } from '../../clock/civil-day.ts'
import type { For, PurposeTrx } from '../../map/types.ts'
import { contentHash, type PolicyContent } from '../content.ts'
import type { Change } from '../difference/change.ts'

type Legal = Kysely<For<'legal'>>

const facts = ['id', 'number', 'version', 'hash', 'weight', 'changes', 'effective_on', 'published_at'] as const
const words = ['machine', 'text_ro', 'text_en'] as const

/** All versions without their words, the newest first. */
export function listVersions(db: Legal) {
  return db.selectFrom('policy_version').select(facts).orderBy('number', 'desc').execute()
}

export function latestVersion(db: Legal) {
  return versions(db).limit(1).executeTakeFirst()
}

export function versionNumbered(db: Legal, number: number) {
  return versions(db).where('number', '=', number).executeTakeFirst()
}

/** The version that holds on a day: the newest whose day has come. */
export function versionInForce(db: Legal, today: CivilDay) {
  return versions(db).where('effective_on', '<=', today).limit(1).executeTakeFirst()
}

function versions(db: Legal) {
  return db
    .selectFrom('policy_version')
    .select([...facts, ...words])
    .orderBy('number', 'desc')
}

export type VersionRow = NonNullable<Awaited<ReturnType<typeof latestVersion>>>
export type VersionFacts = Awaited<ReturnType<typeof listVersions>>[number]

export function contentOf(row: VersionRow): PolicyContent {
  return { machine: row.machine, ro: row.text_ro, en: row.text_en }
}

/** One after the other: whoever publishes at the same moment waits, and then sees this version. */
export async function lockVersions(trx: PurposeTrx<'legal'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('zavor policy version'))`.execute(trx)
}

export interface NewVersion {
  readonly number: number
  readonly content: PolicyContent
  readonly changes: readonly Change[]
  readonly weight: 'first' | 'material' | 'minor'
  readonly effectiveOn: CivilDay
  readonly staffId: string | null
}

export async function insertVersion(trx: PurposeTrx<'legal'>, version: NewVersion): Promise<string> {
  const id = newId()
  const { content, number, changes, weight, effectiveOn, staffId } = version
  await trx
    .insertInto('policy_version')
    .values({
      id,
      number,
      version: content.machine.policy.version,
      machine: sql`${JSON.stringify(content.machine)}::jsonb`,
      text_ro: content.ro,
      text_en: content.en,
      hash: contentHash(content),
      changes: sql`${JSON.stringify(changes)}::jsonb`,
      weight,
      effective_on: effectiveOn,
      by_staff: staffId,
    })
    .execute()
  return id
}
