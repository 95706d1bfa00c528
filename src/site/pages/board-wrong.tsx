import { getLocale, m } from '../../platform/language/words.ts'
import type { PromiseView } from '../../privacy/promises/board.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Notice } from '../../ui/text/notice.tsx'

/** Where the staff set right what a promise needs: by promise, for those that have such a place. */
const places: Readonly<Record<string, { readonly to: string; readonly words: () => string }>> = {
  P1: { to: '/staff/rights', words: m.site_board_place_rights },
  P16: { to: '/staff/inbox', words: m.site_board_place_inbox },
  P19: { to: '/staff/letters', words: m.site_board_place_letters },
  P20: { to: '/staff/fraud', words: m.site_board_place_fraud },
  P22: { to: '/staff/registers/recipients', words: m.site_board_place_recipients },
  P23: { to: '/staff/succession', words: m.site_board_place_succession },
  P24: { to: '/staff/registers/disclosures', words: m.site_board_place_disclosures },
  P26: { to: '/staff/team', words: m.site_board_place_team },
  P27: { to: '/staff/registers/measures', words: m.site_board_place_measures },
  P28: { to: '/staff/retention', words: m.site_board_place_retention },
  P29: { to: '/staff/retention', words: m.site_board_place_retention },
  P30: { to: '/staff/backups', words: m.site_board_place_backups },
  P33: { to: '/staff/rights', words: m.site_board_place_rights },
  P34: { to: '/staff/rights', words: m.site_board_place_rights },
  P35: { to: '/staff/rights', words: m.site_board_place_rights },
  P37: { to: '/staff/rights', words: m.site_board_place_rights },
  P38: { to: '/staff/rights', words: m.site_board_place_rights },
  P40: { to: '/staff/children', words: m.site_board_place_children },
  P41: { to: '/staff/registers/policy', words: m.site_board_place_policy },
  P42: { to: '/staff/registers/recipients', words: m.site_board_place_recipients },
}

/** P26's needs are set right in two places. */
const placeOf = (promise: string, need: string) =>
  promise === 'P26' && need === 'breaches_in_time'
    ? { to: '/staff/registers/breaches', words: m.site_board_place_breaches }
    : places[promise]

interface BoardWrongProps {
  promises: readonly PromiseView[]
  /** How a role is called. */
  owner: (role: PromiseView['owner']) => string
}

/** What the last checks found not to be so, each with what they saw, who answers for it and where it is set right. */
export function BoardWrong({ promises, owner }: BoardWrongProps) {
  const locale = getLocale()
  const wrong = promises.flatMap((row) =>
    row.needs.filter(({ state }) => state === 'fails' || state === 'broken').map((need) => ({ row, need })),
  )
  if (wrong.length === 0) return null
  return (
    <div className="mb-6">
      <Notice tone="danger" title={m.site_board_wrong({ count: wrong.length })}>
        <ul className="grid gap-2">
          {wrong.map(({ row, need }) => {
            const place = placeOf(row.promise, need.need)
            return (
              <li key={`${row.promise} ${need.need}`}>
                <a href={`#${row.promise}`} className="link tabular">
                  {row.promise}
                </a>{' '}
                {need.says[locale]}.{' '}
                {need.figure && (
                  <span className="text-quiet">{m.site_board_seen({ figure: need.figure[locale] })} </span>
                )}
                <span className="text-quiet">{m.site_board_answers({ role: owner(row.owner) })}</span>
                {place && (
                  <>
                    {' '}
                    <TextLink to={place.to}>{place.words()}</TextLink>
                  </>
                )}
              </li>
            )
          })}
        </ul>
      </Notice>
    </div>
  )
}
