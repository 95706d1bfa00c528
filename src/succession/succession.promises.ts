/** What a transfer of the business keeps of P23. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'

interface Counted {
  readonly campaigns: number
  readonly asked: number
  readonly unasked: number
  readonly handed: number
  readonly unwilling: number
  readonly unproven: number
}

/** Two clocks write here, the database's and the program's: a minute lies between them at most. */
const asksFirst = promiseCheck({
  promise: 'P23',
  need: 'asks_first',
  async run({ inspector, operations, policy }) {
    const take = operations.find(({ name }) => name === 'succession.download')
    const byOwner = take?.purpose === 'succession' && take.who.fresh === true && take.who.staff?.length === 1
    const bit = 2 ** (policy.purposes.succession?.bit ?? 31)
    const byConsent = policy.purposes.succession?.basis.kind === 'consent'
    const { rows } = await inspector.query<Counted & { seen: number }>(
      `select (select count(*)::int from base.succession_campaign) as campaigns,
         (select count(*)::int from base.succession_answer) as asked,
         (select count(*)::int from base.succession_campaign c join base.person p on p.created_at < c.started_at
            join base.account a on a.id = p.account_id
            left join base.member m on m.account_id = p.account_id and m.person_id = p.id
          where c.cancelled_at is null and c.started_at between now() - interval '2 years' and now() - interval '1 day'
            and p.erased_at is null and a.erased_at is null and p.email is not null
            and (a.kind = 'prospect' or p.login_id is not null or m.person_id is not null)
            and not exists (select from base.succession_answer s where s.account_id = p.account_id
              and s.campaign_id = c.id and s.person_id = p.id))::int as unasked,
         (select count(*)::int from base.succession_answer where handed_over_at is not null) as handed,
         (select count(*)::int from base.succession_answer where handed_over_at is not null
            and (agreed_at is null or agreed_at > handed_over_at)) as unwilling,
         (select count(*)::int from base.succession_answer s where handed_over_at is not null and not exists (
            select from base.consent_entry e where e.account_id = s.account_id and e.person_id = s.person_id
              and e.purpose = 'succession' and e.decision = 'given' and e.scope = s.campaign_id
              and e.at between s.asked_at - interval '1 minute' and s.handed_over_at + interval '1 minute'
              and not exists (select from base.consent_entry w where w.account_id = e.account_id and w.person_id = e.person_id
                and w.purpose = e.purpose and w.decision <> 'given' and (w.scope is null or w.scope = e.scope)
                and w.at > e.at and w.at < s.handed_over_at - interval '1 minute'))) as unproven,
         (select count(*)::int from succession.person v join base.person p on p.account_id = v.account_id and p.id = v.id
            where p.marker & $1 <> 0 or not exists (
              select from base.succession_answer s join base.succession_campaign c on c.id = s.campaign_id
              where s.account_id = p.account_id and s.person_id = p.id and s.answer = 'yes'
                and (c.cancelled_at is null or c.cancelled_at > now() - interval '1 day'))) as seen`,
      [bit],
    )
    const { campaigns, asked, unasked, handed, unwilling, unproven, seen } = rows[0] ?? nothing
    return {
      holds: byOwner && byConsent && unasked === 0 && unwilling === 0 && unproven === 0 && seen === 0,
      figure: {
        ro: `transferuri: ${campaigns}; persoane întrebate: ${asked}, neîntrebate: ${unasked}; predate: ${handed}, fără un da: ${unwilling + unproven}; văzute fără acord: ${seen}`,
        en: `transfers: ${campaigns}; people asked: ${asked}, not asked: ${unasked}; handed over: ${handed}, without a yes: ${unwilling + unproven}; seen without consent: ${seen}`,
      },
    }
  },
})

const nothing = { campaigns: 0, asked: 0, unasked: -1, handed: 0, unwilling: -1, unproven: -1, seen: -1 }

export const successionPromises: readonly PromiseCheck[] = [asksFirst]
