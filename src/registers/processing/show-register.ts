import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { makeRegister } from './make-register.ts'
import { registerView } from './register.view.ts'

/** The register of processing (Art. 30(1) and 30(2)) as it is now. */
export const showProcessing = readOperation({
  name: 'processing.show',
  purpose: 'legal',
  http: 'GET /processing/{language}',
  says: 'The register of processing (Art. 30), made from the policy, the data maps and the registers',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: registerView,
  async run({ db, input: { language }, tools, now }) {
    return await makeRegister(db, { policy, tools, now, language })
  },
})
