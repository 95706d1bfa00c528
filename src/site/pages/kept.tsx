import { getLocale, m } from '../../platform/language/words.ts'
import type { PromiseView } from '../../privacy/promises/board.ts'
import { StateWord, type Tone, ToneMark, toneText } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

type NeedState = PromiseView['needs'][number]['state']

const tones: Record<PromiseView['state'], Tone> = { kept: 'done', partly: 'wait', not_yet: 'plain' }
const needTones: Record<NeedState, Tone> = {
  holds: 'done',
  fails: 'danger',
  broken: 'danger',
  unchecked: 'plain',
  missing: 'plain',
}

const stateWords: Record<PromiseView['state'], () => string> = {
  kept: m.site_policy_kept,
  partly: m.site_policy_partly,
  not_yet: m.site_policy_not_yet,
}
const needWords: Record<NeedState, () => string> = {
  holds: m.site_policy_holds,
  fails: m.site_policy_fails,
  broken: m.site_policy_broken,
  unchecked: m.site_policy_unchecked,
  missing: m.site_policy_missing,
}

/** Whether a promise is kept, in words. */
export function KeptState({ view }: { view: Pick<PromiseView, 'state'> }) {
  return <StateWord tone={tones[view.state]}>{stateWords[view.state]()}</StateWord>
}

/** Each thing that a promise needs, with what the last check found. */
export function KeptNeeds({ view }: { view: Pick<PromiseView, 'needs'> }) {
  return (
    <ul className="grid gap-1.5">
      {view.needs.map((need) => (
        <li key={need.need} className="flex items-baseline gap-2">
          <span className={toneText[needTones[need.state]]}>
            <ToneMark tone={needTones[need.state]} />
          </span>
          <span>
            {need.says[getLocale()]}: <span className="font-medium">{needWords[need.state]()}</span>
            {need.figure && need.state !== 'missing' && (
              <span className="text-quiet"> ({need.figure[getLocale()]})</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** When a check last looked, or that none ever did. */
export function KeptWhen({ at }: { at: Date | string | null }) {
  if (!at) return m.site_policy_never_checked()
  return (
    <>
      {m.site_policy_checked()} <When at={at} exact />
    </>
  )
}
