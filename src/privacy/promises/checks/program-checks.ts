/** Checks that ask the running program itself: its gate, its operations, its log. */
import { verifyChain } from '../../audit/verify.ts'
import { acceptInput } from '../../operation/accept-input.ts'
import type { Caller } from '../../operation/actor.ts'
import { Invalid } from '../../operation/errors.ts'
import { promiseCheck } from '../check.ts'

/** Numbers that banks publish for trying things out. */
const samples = ['4111 1111 1111 1111', 'RO49 AAAA 1B31 0075 9384 0000']

export const refusedInText = promiseCheck({
  promise: 'P3',
  need: 'refused_in_text',
  async run({ operations }) {
    const visitor: Caller = { actor: { kind: 'visitor' }, via: 'page' }
    const open = operations.filter(({ who }) => who.visitor || who.member || who.staff)
    const refuses = (sample: string) => (operation: (typeof open)[number]) => {
      try {
        acceptInput(visitor, operation, { text: `x ${sample} x` })
        return false
      } catch (error) {
        return error instanceof Invalid && error.fields.text !== undefined
      }
    }
    const refusing = open.filter((operation) => samples.every((sample) => refuses(sample)(operation))).length
    return {
      holds: open.length > 0 && refusing === open.length,
      figure: {
        ro: `operații deschise oamenilor: ${open.length}; refuză: ${refusing}`,
        en: `operations open to people: ${open.length}; refusing: ${refusing}`,
      },
    }
  },
})

export const logWhole = promiseCheck({
  promise: 'P26',
  need: 'log_whole',
  async run({ security }) {
    const { entries, whole } = await verifyChain(security)
    return {
      holds: whole,
      figure: {
        ro: `înregistrări verificate: ${entries}${whole ? '' : '; lanțul este rupt'}`,
        en: `entries verified: ${entries}${whole ? '' : '; the chain is broken'}`,
      },
    }
  },
})
