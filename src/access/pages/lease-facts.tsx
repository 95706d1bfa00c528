import { m } from '../../platform/language/words.ts'
import { type Fact, Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import type { LeaseView } from '../lease/lease.view.ts'
import type { TargetView } from '../target/target.view.ts'
import { kindWords } from './state-words.tsx'
import { targetFacts } from './target-facts.tsx'

/** Everything about a lease: what it opens, who asked, why, for how long, who decided, how it ended. */
export function LeaseFacts({ lease, target }: { lease: LeaseView; target: TargetView }) {
  const decided = lease.decidedAt && (
    <>
      <When at={lease.decidedAt} /> {lease.decidedBy && `· ${lease.decidedBy}`}
    </>
  )
  const ended = lease.endedAt && (
    <>
      <When at={lease.endedAt} />{' '}
      {lease.endedBy ? `· ${lease.endedBy}` : lease.ending && `· ${endingWords(lease.ending)}`}
    </>
  )
  const facts: (Fact | null | false)[] = [
    { term: m.access_term_reason(), value: lease.reason },
    { term: m.access_term_target(), value: `${lease.target.name} · ${kindWords(lease.target.kind)}` },
    ...targetFacts(target),
    {
      term: m.access_term_asked_by(),
      value: (
        <>
          {lease.askedBy.name} · <When at={lease.createdAt} />
        </>
      ),
    },
    { term: m.access_term_length(), value: m.access_minutes({ count: lease.minutes }) },
    {
      term: m.access_term_uses(),
      value: m.access_uses_of({ used: lease.uses - lease.usesLeft, uses: lease.uses }),
      note: lease.reveals.length > 0 && lease.reveals.map((reveal) => <UseTime key={reveal.id} at={reveal.at} />),
    },
    decided ? { term: m.access_term_decided(), value: decided } : null,
    lease.expiresAt ? { term: m.access_term_until(), value: <When at={lease.expiresAt} exact /> } : null,
    ended ? { term: m.access_term_ended(), value: ended } : null,
  ]
  return <Facts items={facts.filter((fact): fact is Fact => Boolean(fact))} />
}

function UseTime({ at }: { at: Date }) {
  return (
    <span className="block">
      {m.access_shown_at()} <When at={at} exact />
    </span>
  )
}

function endingWords(ending: NonNullable<LeaseView['ending']>): string {
  return {
    ended: m.access_ending_ended,
    deposit_withdrawn: m.access_ending_withdrawn,
    deposit_replaced: m.access_ending_replaced,
    deposit_expired: m.access_ending_expired,
    target_changed: m.access_ending_target,
    erased: m.access_ending_erased,
  }[ending]()
}
