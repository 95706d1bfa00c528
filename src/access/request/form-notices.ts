import { z } from 'zod'
import { notice, noticeOf } from '../../privacy/notice/notice-of.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { memberMayHandOver } from '../access.rules.ts'
import { secretRequestData } from './secret-request.data.ts'
import { secretRequestItemData } from './secret-request-item.data.ts'

/** Why what a client writes about access is asked for (P7). */
export const accessNotices = readOperation({
  name: 'access_form.notices',
  purpose: 'access',
  who: { member: memberMayHandOver },
  input: z.strictObject({}),
  output: z.object({ name: notice, reason: notice, refusal: notice }),
  async run({ caller }) {
    const asking = { purpose: 'access', locale: caller.locale ?? 'ro', promise: 15 } as const
    return {
      name: noticeOf(secretRequestItemData, 'name', asking),
      reason: noticeOf(secretRequestData, 'reason', asking),
      refusal: noticeOf(secretRequestItemData, 'refusal', asking),
    }
  },
})
