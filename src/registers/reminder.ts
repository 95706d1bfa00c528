/** Letters that name what is due, to the owners and the privacy staff: each thing once a week, until it is looked at. */
import { staffAddresses } from '../identity/identity.facade.ts'
import type { Locale } from '../platform/language/words.ts'
import type { PurposeTrx } from '../privacy/map/types.ts'
import type { Tools } from '../privacy/operation/tools.ts'

/** Days before something is due from which it is named. */
export const daysAhead = 14
/** Days until it is named again. */
export const daysBetween = 7

interface Reminder<Due> {
  readonly kind: 'ground_reminder' | 'measure_reminder'
  readonly table: 'transfer_ground' | 'measure'
  readonly due: readonly Due[]
  readonly today: string
  /** Of this installation, where what is due is looked at. */
  readonly path: string
  words(locale: Locale): { readonly subject: string; readonly lead: string; readonly action: string }
  line(one: Due, locale: Locale): string
}

/** One letter to each with all that is due, and the day noted beside each. Answers how many letters. */
export async function remind<Due extends { readonly id: string }>(
  trx: PurposeTrx<'legal'>,
  tools: Tools,
  { kind, table, due, today, path, words, line }: Reminder<Due>,
): Promise<number> {
  if (due.length === 0) return 0
  const staff = await staffAddresses(trx, ['privacy', 'owner'])
  for (const { staffId, to, language } of staff) {
    const { subject, lead, action } = words(language)
    await tools.letters.post(trx, {
      staffId,
      to,
      kind,
      language,
      words: {
        subject,
        lines: [lead, due.map((one) => `• ${line(one, language)}`).join('\n')],
        action: { label: action, url: `${tools.signIn.origin}${path}` },
      },
    })
  }
  await trx
    .updateTable(table)
    .set({ reminded_on: today })
    .where(
      'id',
      'in',
      due.map(({ id }) => id),
    )
    .execute()
  return staff.length
}
