import { getLocale, m } from '../../platform/language/words.ts'
import type { PromiseView } from '../../privacy/promises/board.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Notice } from '../../ui/text/notice.tsx'

/** Where the staff set something right, with the operation that opens it: whoever may not call that is not sent there. */
const places = {
  rights: { to: '/staff/rights', opens: 'request.queue', words: m.site_board_place_rights },
  inbox: { to: '/staff/inbox', opens: 'inbox.list', words: m.site_board_place_inbox },
  letters: { to: '/staff/letters', opens: 'letters.list', words: m.site_board_place_letters },
  fraud: { to: '/staff/fraud', opens: 'fraud.list', words: m.site_board_place_fraud },
  recipients: { to: '/staff/registers/recipients', opens: 'processor.list', words: m.site_board_place_recipients },
  succession: { to: '/staff/succession', opens: 'succession.list', words: m.site_board_place_succession },
  disclosures: { to: '/staff/registers/disclosures', opens: 'disclosure.list', words: m.site_board_place_disclosures },
  team: { to: '/staff/team', opens: 'staff.list', words: m.site_board_place_team },
  measures: { to: '/staff/registers/measures', opens: 'measure.list', words: m.site_board_place_measures },
  breaches: { to: '/staff/registers/breaches', opens: 'breach.list', words: m.site_board_place_breaches },
  retention: { to: '/staff/retention', opens: 'retention.list', words: m.site_board_place_retention },
  backups: { to: '/staff/backups', opens: 'backup.list', words: m.site_board_place_backups },
  children: { to: '/staff/children', opens: 'child_report.list', words: m.site_board_place_children },
  policy: { to: '/staff/registers/policy', opens: 'policy.show_change', words: m.site_board_place_policy },
} as const
type Place = keyof typeof places

const ofPromise: Readonly<Record<string, Place>> = {
  P1: 'rights',
  P16: 'inbox',
  P19: 'letters',
  P20: 'fraud',
  P22: 'recipients',
  P23: 'succession',
  P24: 'disclosures',
  P26: 'team',
  P27: 'measures',
  P28: 'retention',
  P29: 'retention',
  P30: 'backups',
  P33: 'rights',
  P34: 'rights',
  P35: 'rights',
  P37: 'rights',
  P38: 'rights',
  P40: 'children',
  P41: 'policy',
  P42: 'recipients',
}

/** P26's needs are set right in two places. */
const placeOf = (promise: string, need: string): Place | undefined =>
  promise === 'P26' && need === 'breaches_in_time' ? 'breaches' : ofPromise[promise]

/** The places that the caller may open. */
export function openPlaces(can: (operation: string) => boolean): string[] {
  return Object.entries(places).flatMap(([name, { opens }]) => (can(opens) ? [name] : []))
}

interface BoardWrongProps {
  promises: readonly PromiseView[]
  /** Of the places where things are set right, those that the reader may open. */
  open: readonly string[]
  /** How a role is called. */
  owner: (role: PromiseView['owner']) => string
}

/** What the last checks found not to be so, each with what they saw, who answers for it and where it is set right. */
export function BoardWrong({ promises, open, owner }: BoardWrongProps) {
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
            const name = placeOf(row.promise, need.need)
            const place = name && open.includes(name) ? places[name] : null
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
