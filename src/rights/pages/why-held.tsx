import { articleWords } from '../../platform/language/article.ts'
import { list } from '../../platform/language/format.ts'
import { inSentence } from '../../platform/language/in-sentence.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import type { heldOverview } from '../held/held-overview.ts'
import { said } from './said.ts'

export type Overview = OutputOf<typeof heldOverview>
export type HeldView = Omit<Overview['tables'][number], 'count' | 'more' | 'rows'>
export type PurposeView = Overview['purposes'][number]

interface WhyHeldProps {
  purposes: readonly string[]
  all: readonly PurposeView[]
}

/** "support and orders (performance of the contract); billing (legal obligation)" */
export function WhyHeld({ purposes, all }: WhyHeldProps) {
  const known = all.filter((purpose) => purposes.includes(purpose.name))
  const byBasis = Map.groupBy(known, (purpose) => said(purpose.basis))
  return (
    <>
      {[...byBasis].map(([basis, ofBasis], at) => (
        <span key={basis}>
          {at > 0 && '; '}
          {list(ofBasis.map((purpose) => inSentence(said(purpose.words))))}{' '}
          <span title={articleWords(ofBasis[0]?.article ?? '', getLocale())}>({basis})</span>
        </span>
      ))}
    </>
  )
}

/** The purposes that see something of what is shown, sorted. Others see numbers that tie the rows together, no more. */
export function purposesShown(table: HeldView): string[] {
  const shown = new Set(table.columns.flatMap((column) => column.purposes))
  return shown.size > 0 ? [...shown].sort() : [...table.purposes].sort()
}

/** Why a kind of thing is held, how long, and what holds it after that. */
export function WhyTable({ table, all }: { table: HeldView; all: readonly PurposeView[] }) {
  const shown = purposesShown(table)
  const bare = table.purposes.filter((purpose) => !shown.includes(purpose))
  return (
    <p className="max-w-prose text-small text-quiet">
      <span className="font-medium">{m.rights_why()}</span> <WhyHeld purposes={shown} all={all} />
      {bare.length > 0 && (
        <>
          ; {m.rights_why_bare()} <WhyHeld purposes={bare} all={all} />
        </>
      )}
      . <span className="font-medium">{m.rights_how_long()}</span> {said(table.kept)}
      {table.period.end === 'anonymise' ? `, ${m.rights_then_anonymised()}` : `, ${m.rights_then_deleted()}`}.
      {table.hold &&
        ` ${m.rights_held_by_law({ what: said(table.hold.words), article: articleWords(table.hold.article, getLocale()) })}`}
      {table.capacity === 'processor' && ` ${m.rights_as_processor()}`}
    </p>
  )
}
