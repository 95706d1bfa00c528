import { m } from '../../platform/language/words.ts'
import { PlaceLink } from '../../ui/action/place-link.tsx'
import { ToneMark } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import { said } from './said.ts'
import type { Thing } from './waiting-for.ts'

/** What waits for the client, each leading to where it is done. */
export function Waiting({ things }: { things: readonly Thing[] }) {
  return (
    <ul className="border-t border-line">
      {things.map((thing) => (
        <li
          key={`${thing.kind} ${thing.to} ${thing.at.getTime()}`}
          className="relative border-b border-line py-3 hover:bg-raised"
          data-row=""
        >
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 sm:flex-nowrap">
            <PlaceLink
              to={thing.to}
              className="row-target flex min-w-0 items-baseline gap-2 after:absolute after:inset-0"
            >
              <span className={thing.kind === 'feedback' ? 'text-quiet' : 'text-amber'}>
                <ToneMark tone={thing.kind === 'feedback' ? 'plain' : 'wait'} />
              </span>
              <span className="link min-w-0 break-words">{wordsOf(thing)}</span>
            </PlaceLink>
            <span className="shrink-0 pl-5 text-small text-quiet sm:pl-0">
              <When at={thing.at} />
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function wordsOf(thing: Thing): string {
  if (thing.kind === 'request') return m.orders_waits_request({ reason: thing.reason })
  if (thing.kind === 'lease') return m.orders_waits_lease({ by: thing.by, target: thing.target })
  if (thing.kind === 'ticket') return m.orders_waits_ticket({ subject: thing.subject })
  if (thing.kind === 'study') return m.orders_waits_study({ title: said(thing.title) })
  if (thing.kind === 'succession') return thing.title
  if (thing.kind === 'rights') return m.orders_waits_rights({ number: thing.number })
  const name = said(thing.order.name)
  if (thing.kind === 'give_access') return m.orders_waits_give_access({ name })
  return thing.kind === 'confirm' ? m.orders_waits_confirm({ name }) : m.orders_waits_feedback({ name })
}
