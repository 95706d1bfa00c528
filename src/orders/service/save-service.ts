import { z } from 'zod'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { PurposeDb } from '../../privacy/map/types.ts'
import { Conflict, Invalid, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import { staffMayDefine } from '../order/order.rules.ts'
import { insertService, lockService, slugTaken, updateService } from './service.queries.ts'
import { serviceTerms } from './service.terms.ts'
import { slug } from './service.view.ts'

/**
 * Makes a draft, or changes a service: then `revision` is the one that was read, so that nobody writes over the changes
 * of another. Orders keep the terms they were placed under.
 */
export const saveService = writeOperation({
  name: 'service.save',
  says: 'Makes a service or changes one; orders already placed keep their terms.',
  purpose: 'orders',
  http: 'POST /services',
  who: { staff: staffMayDefine },
  input: z
    .strictObject({ id: z.uuid().optional(), revision: z.int().positive().optional(), slug, terms: serviceTerms })
    .refine((given) => (given.id === undefined) === (given.revision === undefined), {
      path: ['revision'],
      error: () => m.orders_expect_revision(),
    }),
  output: z.object({ id: z.uuid(), revision: z.int() }),
  async faults({ db, given }) {
    const address = slug.safeParse(given.slug).data
    return address === undefined ? {} : addressFaults(db, address, z.uuid().safeParse(given.id).data)
  },
  async run({ trx, actor, input, now }) {
    const { slug, terms } = input
    const staffId = actor.staffId
    const faults = await addressFaults(trx, slug, input.id)
    const isFaulty = Object.keys(faults).length > 0
    if (input.id === undefined) {
      if (isFaulty) throw new Invalid(faults)
      const id = newId()
      await insertService(trx, { id, slug, staffId }, terms)
      return { id, revision: 1 }
    }
    const held = await lockService(trx, input.id)
    if (!held) throw new NotFound('service')
    if (held.revision !== input.revision) {
      throw new Conflict('changed_meanwhile', m.orders_problem_changed_meanwhile(), faults)
    }
    if (isFaulty) throw new Invalid(faults)
    const revision = held.revision + 1
    await updateService(trx, { id: held.id, slug, staffId, revision, now }, terms)
    return { id: held.id, revision }
  },
})

async function addressFaults(db: PurposeDb<'orders'>, slug: string, id: string | undefined) {
  const fields: Record<string, string> = {}
  if (await slugTaken(db, slug, id)) fields.slug = m.orders_expect_free_slug()
  return fields
}
