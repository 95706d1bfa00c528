import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canSetStatus, statusAfterReply, type TicketStatus, ticketStatuses } from './ticket.rules.ts'

const status = fc.constantFrom(...ticketStatuses)
const side = fc.constantFrom('client' as const, 'staff' as const)

test('after any answer it is the other side’s turn, and nothing stays closed', () => {
  fc.assert(
    fc.property(status, side, (before, by) => {
      const after = statusAfterReply(before, by)
      expect(after).not.toBe('closed')
      if (by === 'staff') expect(after).toBe('waiting_client')
      else expect(['open', 'waiting_us']).toContain(after)
    }),
  )
})

test('a ticket is new only until the staff speak', () => {
  fc.assert(
    fc.property(fc.array(side, { minLength: 1, maxLength: 20 }), (answers) => {
      const after = answers.reduce<TicketStatus>(statusAfterReply, 'open')
      expect(after === 'open').toBe(!answers.includes('staff'))
    }),
  )
})

test('a client may only close; nobody makes a ticket new again', () => {
  fc.assert(
    fc.property(side, status, status, (by, from, to) => {
      if (canSetStatus(by, from, to)) {
        expect(to).not.toBe('open')
        if (by === 'client') expect(to).toBe('closed')
      }
    }),
  )
})
