/** How long things are kept, and what a law holds back. Longer is material, shorter is not. */
import { periodWords } from '../../prose/period.ts'
import type { HoldRule, PolicyShape, RetentionRule, Words } from '../shape.ts'
import { isLonger } from '../shift.ts'
import { type Change, changesOf, compareKeyed, sameWords } from './change.ts'

type Timed = Pick<RetentionRule, 'words' | 'from' | 'period'>

export function comparePeriods(was: PolicyShape, now: PolicyShape): Change[] {
  return [...compareRetention(was, now), ...compareHolds(was, now)]
}

function compareRetention(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('period')
  return compareKeyed<RetentionRule>(was.retention, now.retention, {
    added: (name, rule) => added(name, 'material', both(rule, 'se păstrează', 'kept for')),
    removed: (name, rule) =>
      removed(name, 'minor', { ro: `${rule.words.ro}: nu se mai păstrează`, en: `${rule.words.en}: no longer kept` }),
    changed: (name, before, after) => [
      ...timing(before, after).map(({ weight, says }) => changed(name, weight, says)),
      ...(before.counted === after.counted ? [] : [changed(name, 'material', both(after, 'se păstrează', 'kept for'))]),
      ...(sameWords(before.ground, after.ground) ? [] : [changed(name, 'minor', ground(after))]),
      ...(before.end === after.end
        ? []
        : [changed(name, after.end === 'anonymise' ? 'material' : 'minor', ending(after))]),
    ],
  })
}

function compareHolds(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('hold')
  return compareKeyed<HoldRule>(was.holds, now.holds, {
    added: (name, rule) => added(name, 'material', both(rule, 'rămân după ștergere', 'stays after an erasure for')),
    removed: (name, rule) =>
      removed(name, 'minor', {
        ro: `${rule.words.ro}: nu mai rămân după ștergere`,
        en: `${rule.words.en}: no longer stays after an erasure`,
      }),
    changed: (name, before, after) => [
      ...timing(before, after).map(({ weight, says }) => changed(name, weight, says)),
      ...(before.article === after.article
        ? []
        : [
            changed(name, 'material', {
              ro: `${after.words.ro}: ${after.article}`,
              en: `${after.words.en}: ${after.article}`,
            }),
          ]),
    ],
  })
}

function timing(was: Timed, now: Timed): { weight: Change['weight']; says: Words }[] {
  const list: { weight: Change['weight']; says: Words }[] = []
  if (!sameWords(was.words, now.words)) {
    list.push({
      weight: 'minor',
      says: { ro: `${now.words.ro}: se numea „${was.words.ro}”`, en: `${now.words.en}: was called “${was.words.en}”` },
    })
  }
  if (was.period !== now.period) {
    list.push({
      weight: isLonger(now.period, was.period) ? 'material' : 'minor',
      says: {
        ro: `${now.words.ro}: ${periodWords(now.period, 'ro')} în loc de ${periodWords(was.period, 'ro')}`,
        en: `${now.words.en}: ${periodWords(now.period, 'en')} instead of ${periodWords(was.period, 'en')}`,
      },
    })
  }
  if (!sameWords(was.from, now.from)) {
    list.push({
      weight: 'material',
      says: {
        ro: `${now.words.ro}: termenul curge de la ${now.from.ro}, nu de la ${was.from.ro}`,
        en: `${now.words.en}: the period is counted from “${now.from.en}”, not from “${was.from.en}”`,
      },
    })
  }
  return list
}

function both(rule: Timed, ro: string, en: string): Words {
  return {
    ro: `${rule.words.ro}: ${ro} ${periodWords(rule.period, 'ro')} de la ${rule.from.ro}`,
    en: `${rule.words.en}: ${en} ${periodWords(rule.period, 'en')}, counted from: ${rule.from.en}`,
  }
}

function ground(rule: RetentionRule): Words {
  return {
    ro: `${rule.words.ro}: temeiul este ${rule.ground.ro}`,
    en: `${rule.words.en}: the ground is ${rule.ground.en}`,
  }
}

function ending(rule: RetentionRule): Words {
  return rule.end === 'anonymise'
    ? {
        ro: `${rule.words.ro}: la sfârșit se anonimizează, nu se șterg`,
        en: `${rule.words.en}: made anonymous at the end, not deleted`,
      }
    : { ro: `${rule.words.ro}: la sfârșit se șterg`, en: `${rule.words.en}: deleted at the end` }
}
