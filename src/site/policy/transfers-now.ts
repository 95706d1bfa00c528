/** The transfers table of the policy as things are: who really fills each role, where, and on which ground. */

import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import type { PolicyShape } from '../../privacy/policy/shape.ts'
import type { Language } from '../../privacy/prose/block.ts'
import { type Company, groundSaid } from '../../registers/recipients.facade.ts'

/** Cells: who, country, ground. A processor's role that nobody fills says so; what it says of itself is the policy's. */
export function transfersNow(policy: PolicyShape, known: readonly Company[], language: Language): string[][] {
  const to = { locale: language }
  const countries = new Intl.DisplayNames(language, { type: 'region' })
  const place = (country: string) => countries.of(country) ?? country
  return Object.entries(policy.recipients).flatMap(([key, { words, role, country, safeguard }]) => {
    const filling = known.filter(({ recipient, state }) => recipient === key && state !== 'ended')
    if (role !== 'processor') return [[words[language], place(country), safeguard[language]]]
    if (filling.length === 0) return [[words[language], place(country), m.site_transfer_nobody({}, to)]]
    return filling.map((company) => {
      const said = { ground: groundSaid(company, language), day: civilDay(company.ground.validOn, language) }
      return [
        `${words[language]}: ${company.name}`,
        place(company.country),
        company.state === 'blocked' ? m.site_transfer_blocked(said, to) : m.site_transfer_ground(said, to),
      ]
    })
  })
}
