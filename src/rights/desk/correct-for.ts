import { z } from 'zod'
import { particulars } from '../../identity/particulars.facade.ts'
import { m } from '../../platform/language/words.ts'
import { Conflict, NotFound } from '../../privacy/operation/errors.ts'
import { writeOperation } from '../../privacy/operation/operation.ts'
import {
  changed,
  noteCorrections,
  ownParticulars,
  type PersonFields,
  writeOwn,
} from '../correction/correction.queries.ts'
import { orNothing } from '../correction/or-nothing.ts'
import { addStep } from '../request/case.queries.ts'
import { noteRecipients } from '../request/tell-recipients.ts'
import { needIdentity, startDeciding } from './deciding.ts'

/** Corrects the particulars of who asked for it, before and after kept; recipients are noted to be told. */
export const correctFor = writeOperation({
  name: 'request.correct',
  purpose: 'rights',
  http: 'PATCH /rights/requests/{caseId}/particulars',
  says: 'Correct the particulars of a person who asked for it',
  who: { staff: ['owner', 'privacy'], fresh: true },
  input: z.strictObject({
    caseId: z.uuid(),
    personId: z.uuid(),
    name: particulars.personName.optional(),
    phone: orNothing(particulars.phoneField).optional(),
    jobTitle: orNothing(particulars.jobTitle).optional(),
  }),
  output: z.object({ corrected: z.number() }),
  async run({ trx, actor, input, tools, now, concerning }) {
    const running = { trx, tools, now, actor, concerning }
    const { row, ours } = await startDeciding(running, input.caseId)
    needIdentity(row)
    if (row.kind !== 'rectification') throw new Conflict('other_kind', m.rights_other_kind())
    const person = ours.find((one) => one.personId === input.personId)
    const before = person && (await ownParticulars(trx, person))
    if (!person || !before) throw new NotFound('person')
    const wanted: Partial<PersonFields> = { name: input.name, phone: input.phone, job_title: input.jobTitle }
    const after = changed(before, wanted)
    if (Object.keys(after).length === 0) return { corrected: 0 }
    await writeOwn(trx, person, after)
    await noteCorrections(trx, person, 'person', before, after, row.id)
    await noteRecipients(trx, row, now)
    await addStep(trx, row, 'applied', actor, now)
    return { corrected: Object.keys(after).length }
  },
})
