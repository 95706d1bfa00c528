/** What the signs of fraud keep of P20. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { throwawayDomains } from './fraud.rules.ts'

interface Counted {
  readonly signs: number
  readonly waiting: number
  readonly forgotten: number
  readonly nobody: number
  readonly missed: number
}

/** Each sign has a reason, no decision lacks a person, nobody forgets one, and what is a sign was noted when it happened. */
const signals = promiseCheck({
  promise: 'P20',
  need: 'signals',
  async run({ inspector, operations }) {
    const decide = operations.find(({ name }) => name === 'fraud.decide')
    const byPerson = decide?.who.staff !== undefined && !decide.who.system && !decide.who.visitor && !decide.who.member
    const contest = operations.some(({ name, who }) => name === 'fraud.contest' && who.member === 'any')
    const { rows } = await inspector.query<Counted>(
      `with open as (select raised_at, contested_at from base.fraud_signal
         where decision is null or (contested_at is not null and contested_at > decided_at))
       select (select count(*)::int from base.fraud_signal) as signs, (select count(*)::int from open) as waiting,
         (select count(*)::int from open where greatest(raised_at, contested_at) < now() - interval '14 days') as forgotten,
         (select count(*)::int from base.fraud_signal s where s.decision is not null and not exists (
            select from base.staff t where t.id = s.decided_by)) as nobody,
         (select count(*)::int from base.terms_acceptance x join base.person p on p.account_id = x.account_id and p.id = x.person_id
            where p.erased_at is null and x.accepted_at > now() - interval '90 days'
              and lower(split_part(p.email, '@', 2)) = any ($1)
              and not exists (select from base.fraud_signal s where s.account_id = p.account_id and s.person_id = p.id
                and s.kind = 'throwaway_mail')) as missed`,
      [[...throwawayDomains]],
    )
    const { signs, waiting, forgotten, nobody, missed } = rows[0] ?? nothing
    return {
      holds: byPerson && contest && forgotten === 0 && nobody === 0 && missed === 0,
      figure: {
        ro: `semne: ${signs}; așteaptă: ${waiting}, de peste două săptămâni: ${forgotten}; hotărâte de nimeni: ${nobody}; nenotate: ${missed}`,
        en: `signs: ${signs}; waiting: ${waiting}, for over two weeks: ${forgotten}; decided by nobody: ${nobody}; not noted: ${missed}`,
      },
    }
  },
})

const nothing: Counted = { signs: 0, waiting: 0, forgotten: -1, nobody: -1, missed: -1 }

export const fraudPromises: readonly PromiseCheck[] = [signals]
