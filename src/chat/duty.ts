import { z } from 'zod'
import { countWaitingChats, staffMayAnswer } from '../desk/desk.facade.ts'
import { readOperation, writeOperation } from '../privacy/operation/operation.ts'
import { beginDuty, endDuty, keepDuty, onDuty } from './duty.queries.ts'

const nothing = z.strictObject({})
const who = { staff: staffMayAnswer } as const

/** Visitors in the chat who wait for a word. */
const waiting = z.number()

/** Who of the staff is there for the chat, whether the asker is, and how many visitors wait. */
export const showDuty = readOperation({
  name: 'chat.duty',
  purpose: 'support',
  http: 'GET /chat/duty',
  says: 'Who of the staff is there for the chat now, and how many visitors wait for a word.',
  who,
  input: nothing,
  output: z.object({
    mine: z.boolean(),
    here: z.array(z.object({ staffId: z.string(), name: z.string(), since: z.date() })),
    waiting,
  }),
  async run({ db, actor }) {
    const [here, visitors] = await Promise.all([onDuty(db), countWaitingChats(db)])
    return { here, mine: here.some(({ staffId }) => staffId === actor.staffId), waiting: visitors }
  },
})

/** For the line in the frame of every page: 1 while the asker is there, and how many visitors wait. */
export const countChat = readOperation({
  name: 'chat.count',
  purpose: 'support',
  who,
  counts: true,
  input: nothing,
  output: z.object({ mine: z.number(), waiting }),
  async run({ db, actor }) {
    const [here, visitors] = await Promise.all([onDuty(db), countWaitingChats(db)])
    return { mine: here.filter(({ staffId }) => staffId === actor.staffId).length, waiting: visitors }
  },
})

/** Visitors are told that somebody is there, from now until it is ended or no page keeps it up. */
export const beThere = writeOperation({
  name: 'chat.be_there',
  purpose: 'support',
  http: 'POST /chat/duty',
  says: 'Be there for the chat. Holds for two and a half minutes unless it is kept up.',
  who,
  input: nothing,
  output: z.object({ mine: z.literal(true) }),
  async run({ trx, actor }) {
    await beginDuty(trx, actor.staffId)
    return { mine: true as const }
  },
})

/** Sent by the staff's open pages about once a minute. Says false where it was ended meanwhile. */
export const keepThere = writeOperation({
  name: 'chat.keep_there',
  purpose: 'support',
  http: 'PUT /chat/duty',
  says: 'Keep being there for the chat.',
  who,
  input: nothing,
  output: z.object({ mine: z.boolean(), waiting }),
  run: async ({ trx, actor }) => ({
    mine: await keepDuty(trx, actor.staffId),
    waiting: await countWaitingChats(trx),
  }),
})

export const leaveChat = writeOperation({
  name: 'chat.leave',
  purpose: 'support',
  http: 'DELETE /chat/duty',
  says: 'Be there for the chat no more.',
  who,
  input: nothing,
  output: z.object({ mine: z.literal(false) }),
  async run({ trx, actor }) {
    await endDuty(trx, actor.staffId)
    return { mine: false as const }
  },
})
