import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { OrderView } from '../order/order.view.ts'
import { said } from './said.ts'

type Line = OrderView['checklist'][number]

const looks: Readonly<Record<Line['state'], readonly [Tone, () => string]>> = {
  not_asked: ['plain', m.orders_item_not_asked],
  asked: ['wait', m.orders_item_asked],
  given: ['done', m.orders_item_given],
  refused: ['danger', m.orders_item_refused],
  withdrawn: ['danger', m.orders_item_withdrawn],
  expired: ['danger', m.orders_item_expired],
}

interface ChecklistProps {
  order: Pick<OrderView, 'terms' | 'checklist'>
  /** Where staff ask to use what a given line opens. */
  leaseTo?: (targetId: string) => string
}

/** The access that an order needs: what each is, why, and whether it is given. */
export function Checklist({ order, leaseTo }: ChecklistProps) {
  return (
    <ul className="border-t border-line">
      {order.terms.access.map((item) => {
        const line = order.checklist.find((one) => one.item === item.name)
        const [tone, words] = looks[line?.state ?? 'not_asked']
        return (
          <li
            key={item.name}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-b border-line py-2"
          >
            <span className="min-w-0 break-words">
              {said(item.label)}
              <span className="block text-small text-quiet">{said(item.why)}</span>
            </span>
            <span className="text-small text-quiet">
              <StateWord tone={tone}>{words()}</StateWord>
              {line?.at && line.state !== 'asked' && (
                <>
                  {' '}
                  <When at={line.at} />
                  {line.by && `, ${line.by}`}
                </>
              )}
              {leaseTo && line?.state === 'given' && line.targetId && (
                <>
                  {' · '}
                  <TextLink to={leaseTo(line.targetId)}>{m.orders_ask_lease_button()}</TextLink>
                </>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
