import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import { policyTables } from '../../privacy/prose/tables.ts'
import { companies, groundSaid } from '../../registers/recipients.facade.ts'

const listsView = z.object({
  cookies: z.array(z.array(z.string()).readonly()).readonly(),
  recipients: z.array(
    z.object({
      name: z.string(),
      role: z.enum(['processor', 'controller', 'authority']),
      purposes: z.array(z.string()),
      country: z.string(),
      safeguard: z.string(),
      /** Who fills that role now, by name. Of a processor without any, nothing is sent. */
      companies: z.array(
        z.object({
          name: z.string(),
          country: z.string(),
          ground: z.string(),
          since: z.date(),
          purposes: z.array(z.string()),
        }),
      ),
    }),
  ),
})
export type ListsView = z.output<typeof listsView>

/** The public lists of the policy: every cookie, and whoever may receive data. */
export const showLists = readOperation({
  name: 'policy.lists',
  purpose: 'legal',
  http: 'GET /policy/lists/{language}',
  says: 'Every cookie, and whoever may receive personal data, in one language.',
  who: { visitor: true },
  input: z.strictObject({ language: z.enum(['ro', 'en']) }),
  output: listsView,
  async run({ db, input: { language } }) {
    const known = (await companies(db)).filter(({ state }) => state === 'open')
    const shape: PolicyShape = policy
    const countries = new Intl.DisplayNames(language, { type: 'region' })
    return {
      cookies: policyTables(policy, language).cookies,
      recipients: Object.entries(shape.recipients).map(([key, recipient]) => ({
        name: recipient.words[language],
        role: recipient.role,
        purposes: Object.values(shape.purposes)
          .filter((purpose) => purpose.recipients.includes(key))
          .map((purpose) => purpose.words[language]),
        country: countries.of(recipient.country) ?? recipient.country,
        safeguard: recipient.safeguard[language],
        companies: known
          .filter((company) => company.recipient === key)
          .map((company) => ({
            name: company.name,
            country: countries.of(company.country) ?? company.country,
            ground: groundSaid(company, language),
            since: company.since as Date,
            purposes: company.purposes.map((purpose) => shape.purposes[purpose]?.words[language] ?? purpose),
          })),
      })),
    }
  },
})
