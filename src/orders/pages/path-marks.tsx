import { m } from '../../platform/language/words.ts'
import { classNames } from '../../ui/class-names.ts'
import type { OrderLine } from '../order/order.view.ts'

const path = ['ordered', 'accepted', 'access_given', 'in_work', 'delivered', 'confirmed'] as const

/** An order's timeline in one line: six marks, as many filled as steps were taken. */
export function PathMarks({ status }: { status: OrderLine['status'] }) {
  const taken = path.indexOf(status as (typeof path)[number]) + 1
  return (
    <div className="mt-2 flex items-center gap-1">
      <span className="sr-only">{m.orders_steps_taken({ taken, all: path.length })}</span>
      {path.map((step, place) => (
        <span
          key={step}
          className={classNames('h-1 max-w-16 grow rounded-full', place < taken ? 'bg-accent' : 'bg-line')}
        />
      ))}
    </div>
  )
}
