import { m } from '../../platform/language/words.ts'
import type { VersionView } from '../policy/show-version.ts'

type Change = VersionView['changes'][number]

/** What changed, the material first, each in a sentence; of a clause, its words one by one. */
export function VersionChanges({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="text-quiet">{m.site_version_same()}</p>
  const parts = [
    { weight: 'material', title: m.site_version_material() },
    { weight: 'minor', title: m.site_version_minor() },
  ] as const
  return (
    <div className="grid gap-6">
      {parts.map(({ weight, title }) => {
        const own = changes.filter((change) => change.weight === weight)
        if (own.length === 0) return null
        return (
          <div key={weight}>
            <h3 className="font-semibold">{title}</h3>
            <ul className="mt-2 grid gap-2 border-l-2 border-line pl-4">
              {own.map((change) => (
                <li key={`${change.part} ${change.name} ${change.says}`} className="max-w-prose">
                  {change.says}
                  {change.words && <Words of={change.words} />}
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </div>
  )
}

/** Struck out: what went. Underlined: what came. Both are said to who listens. */
function Words({ of }: { of: NonNullable<Change['words']> }) {
  return (
    <p className="mt-1 text-small whitespace-pre-line text-quiet">
      {of.map((piece, index) => {
        const key = `${index} ${piece.kind}`
        if (piece.kind === 'same') return <span key={key}>{piece.text}</span>
        if (piece.kind === 'removed') {
          return (
            <del key={key} className="bg-red-wash text-red">
              {piece.text}
            </del>
          )
        }
        return (
          <ins key={key} className="bg-green-wash text-green">
            {piece.text}
          </ins>
        )
      })}
    </p>
  )
}
