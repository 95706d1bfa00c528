import { keptField } from '../../platform/http/kept-place.ts'
import { m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { Written } from '../../ui/form/kept-forms.tsx'
import { Door } from './door.tsx'
import type { Stray } from './stray-form.ts'

/** Somebody else opened the form: not a word of it is here. */
export function OfAnother({ name }: { name: string }) {
  return (
    <Door name={name} title={m.identity_stray_another_title()} lead={m.identity_stray_another_lead()}>
      <p className="max-w-prose">{m.identity_stray_another_own()}</p>
      <p className="mt-6">
        <LinkButton to="/desk">{m.identity_stray_go_on()}</LinkButton>
      </p>
    </Door>
  )
}

interface OpenedElsewhereProps {
  name: string
  to: string
  /** What was typed, packed for where it was; '' when nothing was. */
  kept: string
  stray: Stray
}

/** The same human opened it in another place: nothing was done, and each way on is one press. */
export function OpenedElsewhere({ name, to, kept, stray }: OpenedElsewhereProps) {
  const { from, now, here } = stray
  const place = (account: string | null) => account ?? m.identity_stray_staff()
  return (
    <Door
      name={name}
      title={m.identity_stray_title()}
      lead={
        from
          ? m.identity_stray_lead({ from: place(from.name), now: place(now) })
          : m.identity_stray_gone_lead({ now: place(now) })
      }
    >
      <div className="grid justify-items-start gap-4">
        {stray.kept && <p className="max-w-prose">{m.identity_stray_kept()}</p>}
        {from && (
          <form method="post" action="/switch">
            {kept && <input type="hidden" name={keptField} value={kept} />}
            <input type="hidden" name="accountId" value={from.accountId} />
            <input type="hidden" name="to" value={to} />
            <Button>{m.identity_stray_back({ from: place(from.name) })}</Button>
          </form>
        )}
        {here && (
          <form method="post" action={to}>
            <input type="hidden" name={keptField} value={here} />
            <Button look="quiet">{m.identity_stray_here({ now: place(now) })}</Button>
            <p className="mt-1 max-w-prose text-small text-quiet">{m.identity_stray_here_words()}</p>
          </form>
        )}
        {!here && (
          <LinkButton look="quiet" to={now === null ? '/staff' : '/desk'}>
            {m.identity_stray_go_on()}
          </LinkButton>
        )}
        {stray.kept && <Written kept={stray.kept} />}
      </div>
    </Door>
  )
}
