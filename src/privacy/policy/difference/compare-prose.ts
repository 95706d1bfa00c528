/** Clauses by their promise. Words that were only set otherwise (case, spaces, punctuation) change nothing for anybody. */
import { type Clause, clausesOf, type Prose } from '../../prose/block.ts'
import { clauseText } from '../../prose/clause-text.ts'
import { type Change, changesOf, compareKeyed } from './change.ts'

interface Both {
  readonly ro: Clause
  readonly en: Clause
}

type Proses = Readonly<Record<'ro' | 'en', Prose>>

const { added, removed, changed } = changesOf('clause')

export function compareProse(was: Proses, now: Proses): Change[] {
  return compareKeyed<Both>(byPromise(was), byPromise(now), {
    added: (name, { ro, en }) =>
      added(name, 'material', { ro: `Clauză nouă: ${ro.title}`, en: `New clause: ${en.title}` }),
    removed: (name, { ro, en }) =>
      removed(name, 'material', { ro: `Clauză scoasă: ${ro.title}`, en: `Clause removed: ${en.title}` }),
    changed: (name, before, after) => {
      const [said, meant] = [same(before, after, clauseText), same(before, after, bareWords)]
      if (said) return []
      const { ro, en } = after
      return [
        changed(name, meant ? 'minor' : 'material', {
          ro: meant ? `Aceleași cuvinte, scrise altfel: ${ro.title}` : `Alte cuvinte: ${ro.title}`,
          en: meant ? `The same words, set otherwise: ${en.title}` : `Other words: ${en.title}`,
        }),
      ]
    },
  })
}

function byPromise({ ro, en }: Proses): Record<string, Both> {
  const english = new Map(clausesOf(en).map((clause) => [clause.promise, clause]))
  return Object.fromEntries(
    clausesOf(ro).flatMap((clause) => {
      const other = english.get(clause.promise)
      return other ? [[clause.promise, { ro: clause, en: other }] as const] : []
    }),
  )
}

function same(was: Both, now: Both, of: (clause: Clause) => string): boolean {
  return of(was.ro) === of(now.ro) && of(was.en) === of(now.en)
}

/** Letters and digits in lower case. A link that leads elsewhere is no other word, and what it says is compared as text. */
function bareWords(clause: Clause): string {
  return clauseText(clause)
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}{}]+/gu, ' ')
    .trim()
}
