/** What other capabilities may ask of orders. */
import { newId } from '../platform/database/id.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import { exampleServices } from './service/example-services.ts'
import { columnsOf } from './service/service.view.ts'

/** Adds and publishes three services to start from, at set-up. `currency` is the provider's. */
export async function seedExampleServices(
  trx: PurposeTrx<'identity'>,
  given: { readonly currency: string; readonly now: Date; readonly staffId?: string },
): Promise<void> {
  const { currency, now, staffId = null } = given
  for (const [place, { slug, terms, lei, unit }] of exampleServices.entries()) {
    const whole = currency === 'RON' ? lei : lei / 5
    await trx
      .insertInto('service')
      .values({
        id: newId(),
        slug,
        ...columnsOf({ ...terms, price: { minor: `${whole}00`, currency, unit } }),
        // A millisecond apart, so that they keep their order.
        created_at: new Date(now.getTime() + place),
        created_by: staffId,
        updated_at: now,
        updated_by: staffId,
        published_at: now,
        published_by: staffId,
      })
      .execute()
  }
}
