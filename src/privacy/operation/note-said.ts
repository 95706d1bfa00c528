import { type QueryExecutorProvider, sql } from 'kysely'
import { policy } from '../../../policy/policy.ts'
import { newId } from '../../platform/database/id.ts'
import { m } from '../../platform/language/words.ts'
import type { AnyDataMap } from '../map/data-map.ts'
import { type NoticeText, noticeText } from '../notice/notice-of.ts'
import type { Caller } from './actor.ts'
import { Invalid } from './errors.ts'
import type { AnyOperation, Concern } from './operation.ts'

/**
 * Notes which notices stood beside the fields of the form that was filled in, for whoever filled it in: who is signed in,
 * of a client or of the staff, or the one person whom a visitor's form made or named. Each text once for a person and form. An operation that takes a
 * `notice` itself notes the whole form.
 * @throws Invalid when the page was opened before a notice changed: nobody's data is taken under words they did not see
 */
export async function noteSaid(
  trx: QueryExecutorProvider,
  caller: Caller,
  operation: AnyOperation,
  concern: Concern,
  maps: readonly AnyDataMap[],
): Promise<void> {
  const typed = whoTyped(caller, concern)
  if (!caller.said || !typed || takesNotice(operation)) return
  for (const mark of caller.said.notices) {
    const said: NoticeText | null = noticeText(mark, maps)
    if (!said) throw new Invalid({ notice: m.ui_expect_notice_read() })
    const what = sql`${newId()}::uuid, ${operation.name}::text, ${said.text}::text, ${policy.version}::text,
      ${said.language}::text, ${caller.said.path}::text`
    const noting =
      'staffId' in typed
        ? sql`select base.record_staff_notice(${typed.staffId}::uuid, ${what})`
        : sql`select base.record_notice(${typed.accountId}::uuid, ${typed.personId}::uuid, ${what})`
    await noting.execute(trx)
  }
}

type Typed = { readonly accountId: string; readonly personId: string } | { readonly staffId: string }

function whoTyped({ actor }: Caller, { accountId, personIds = [], staffId }: Concern): Typed | null {
  if (actor.kind === 'staff') return { staffId: actor.staffId }
  if (actor.kind === 'member') return { accountId: actor.accountId, personId: actor.personId }
  if (actor.kind === 'visitor' && staffId) return { staffId }
  const [personId, ...others] = new Set(personIds)
  if (actor.kind !== 'visitor' || !accountId || !personId || others.length > 0) return null
  return { accountId, personId }
}

function takesNotice({ input }: AnyOperation): boolean {
  const { shape } = input as unknown as { readonly shape?: object }
  return shape !== undefined && 'notice' in shape
}
