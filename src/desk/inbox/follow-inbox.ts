import { z } from 'zod'
import { readOperation } from '../../privacy/operation/operation.ts'
import { staffMayAnswer } from '../ticket/ticket.rules.ts'

/** To be told when there is something new on any ticket. Answers under which names it is announced. */
export const followInbox = readOperation({
  name: 'inbox.follow',
  purpose: 'support',
  who: { staff: staffMayAnswer },
  input: z.strictObject({}),
  output: z.object({ topics: z.array(z.string()) }),
  concerns: () => ({}),
  run: async () => ({ topics: ['ticket:', 'note:'] }),
})
