import { m } from '../../platform/language/words.ts'
import { When } from '../../ui/text/when.tsx'
import type { PlaybookVersion } from '../playbook/playbook.view.ts'
import { playbookLabels, playbookOrder } from './playbook-words.ts'
import { nameOf } from './ticket-words.tsx'

/** How to act for a client, as it stands beside what is done for them. What must never be done cannot be overlooked. */
export function PlaybookSheet({ sheet }: { sheet: PlaybookVersion }) {
  const filled = playbookOrder.filter((field) => field !== 'never' && sheet[field] !== '')
  return (
    <>
      <div className="grid gap-2">
        {sheet.never !== '' && <NeverDo words={sheet.never} />}
        <dl className="grid gap-2">
          {filled.map((field) => (
            <div key={field}>
              <dt className="text-quiet">{playbookLabels[field]()}</dt>
              <dd className="whitespace-pre-wrap break-words">{sheet[field]}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p className="mt-2 text-quiet">
        {m.desk_playbook_saved_by({ name: nameOf(sheet.by) })} <When at={sheet.at} />
      </p>
    </>
  )
}

/** What must never be done for this client, on a ground of its own. */
export function NeverDo({ words }: { words: string }) {
  return (
    <div className="border-l-2 border-red bg-red-wash px-3 py-2">
      <p className="font-semibold text-red">{m.desk_playbook_never()}</p>
      <p className="whitespace-pre-wrap break-words">{words}</p>
    </div>
  )
}
