/** All SQL about services. */
import type { Kysely } from 'kysely'
import type { For, PurposeDb, PurposeTrx } from '../../privacy/map/types.ts'
import type { ServiceTerms } from './service.terms.ts'
import { columnsOf, type ServiceRow } from './service.view.ts'

type Db = Kysely<For<'orders'>>
type Trx = PurposeTrx<'orders'>

/** A provider has tens of services; beyond this many the list is cut. */
const mostServices = 500

export function selectServices(db: Db, which: 'published' | 'all'): Promise<ServiceRow[]> {
  let query = db.selectFrom('service').selectAll()
  if (which === 'published') query = query.where('published_at', 'is not', null).where('retired_at', 'is', null)
  return query.orderBy('created_at').orderBy('id').limit(mostServices).execute()
}

const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** By its id or by its address. */
export function selectService(db: Db, idOrSlug: string): Promise<ServiceRow | undefined> {
  return db
    .selectFrom('service')
    .selectAll()
    .where(isUuid.test(idOrSlug) ? 'id' : 'slug', '=', idOrSlug)
    .executeTakeFirst()
}

/** Holds the service still, so that of two people who change it at once the second finds a new revision. */
export function lockService(trx: Trx, id: string) {
  return trx
    .withSchema('base')
    .selectFrom('service')
    .select(['id', 'revision', 'published_at', 'retired_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Whether another service has this address. */
export async function slugTaken(db: PurposeDb<'orders'>, slug: string, exceptId: string | undefined): Promise<boolean> {
  const holder = await db.selectFrom('service').select('id').where('slug', '=', slug).executeTakeFirst()
  return holder !== undefined && holder.id !== exceptId
}

interface NewService {
  readonly id: string
  readonly slug: string
  readonly staffId: string
}

export async function insertService(trx: Trx, { id, slug, staffId }: NewService, terms: ServiceTerms): Promise<void> {
  await trx
    .insertInto('service')
    .values({ id, slug, ...columnsOf(terms), created_by: staffId, updated_by: staffId })
    .execute()
}

export async function updateService(
  trx: Trx,
  { id, slug, staffId, revision, now }: NewService & { readonly revision: number; readonly now: Date },
  terms: ServiceTerms,
): Promise<void> {
  await trx
    .updateTable('service')
    .set({ slug, ...columnsOf(terms), revision, updated_by: staffId, updated_at: now })
    .where('id', '=', id)
    .execute()
}

interface Mark {
  readonly id: string
  readonly staffId: string
  readonly at: Date
}

export async function markPublished(trx: Trx, { id, staffId, at }: Mark): Promise<void> {
  await trx
    .updateTable('service')
    .set({ published_at: at, published_by: staffId, retired_at: null, retired_by: null })
    .where('id', '=', id)
    .execute()
}

export async function markRetired(trx: Trx, { id, staffId, at }: Mark): Promise<void> {
  await trx.updateTable('service').set({ retired_at: at, retired_by: staffId }).where('id', '=', id).execute()
}
