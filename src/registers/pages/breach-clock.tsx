import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'

interface BreachClockProps {
  breach: {
    hoursLeft: number | null
    outcome: 'notified' | 'not_notified' | null
    decidedAt: Date | null
    dueAt: Date
  }
}

/** How many of the 72 hours are left, or what was decided and when. */
export function BreachClock({ breach: { hoursLeft, outcome, decidedAt, dueAt } }: BreachClockProps) {
  if (outcome === 'notified') {
    return (
      <StateWord tone="done">
        {m.registers_breach_notified()} {decidedAt && <When at={decidedAt} />}
      </StateWord>
    )
  }
  if (outcome === 'not_notified') return <StateWord>{m.registers_breach_not_notified()}</StateWord>
  const hours = hoursLeft ?? 0
  if (hours < 0) return <StateWord tone="danger">{m.registers_breach_over({ count: -hours })}</StateWord>
  return (
    <StateWord tone={hours < 24 ? 'danger' : 'wait'}>
      {m.registers_breach_left({ count: hours })} (<When at={dueAt} exact />)
    </StateWord>
  )
}
