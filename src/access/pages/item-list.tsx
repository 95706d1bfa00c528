import type { ReactNode } from 'react'
import { m } from '../../platform/language/words.ts'
import { When } from '../../ui/text/when.tsx'
import type { ItemView } from '../request/secret-request.view.ts'
import { ItemState, kindWords } from './state-words.tsx'

/** The things of a request, each with what became of it and what can be done. */
export function ItemList({ items, acts }: { items: readonly ItemView[]; acts: (item: ItemView) => ReactNode }) {
  return (
    <ul className="grid border-t border-line">
      {items.map((item) => (
        <li
          key={item.id}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-b border-line py-4"
        >
          <div className="min-w-0 max-w-prose">
            <h3 className="break-words font-semibold">{item.name}</h3>
            <p className="text-small text-quiet">{kindWords(item.kind)}</p>
            {item.detail && <p className="mt-1 break-words whitespace-pre-line">{item.detail}</p>}
            <p className="mt-1.5 flex flex-wrap gap-x-3">
              <ItemState state={item.state} />
              {item.answeredAt && (
                <span className="text-quiet">
                  <When at={item.answeredAt} /> {item.answeredBy && `· ${item.answeredBy}`}
                </span>
              )}
            </p>
            {item.deposit && <Receipt deposit={item.deposit} />}
            {item.refusal && (
              <p className="mt-1 break-words text-quiet">{m.access_refusal({ reason: item.refusal })}</p>
            )}
          </div>
          <div className="flex flex-wrap gap-2">{acts(item)}</div>
        </li>
      ))}
    </ul>
  )
}

/** What is known of a secret once it is handed over: everything but the secret. */
function Receipt({ deposit }: { deposit: NonNullable<ItemView['deposit']> }) {
  return (
    <p className="mt-1 text-small text-quiet">
      {m.access_receipt_sealed()} {m.access_uses_of({ used: deposit.views - deposit.viewsLeft, uses: deposit.views })}.{' '}
      {m.access_receipt_destroyed()} <When at={deposit.expiresAt} exact />.
    </p>
  )
}
