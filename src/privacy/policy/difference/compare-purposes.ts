/** What a purpose may do to people: its reason, its ground, what it uses, whom it reaches, how it can be stopped. */
import type { MachineHalf } from '../machine-half.ts'
import type { PurposeRule, Words } from '../shape.ts'
import { type Change, changesOf, compareKeyed, sameWords } from './change.ts'

const { added, removed, changed } = changesOf('purpose')

export function comparePurposes(was: MachineHalf, now: MachineHalf): Change[] {
  return compareKeyed(was.policy.purposes, now.policy.purposes, {
    added: (name, rule) =>
      added(name, 'material', {
        ro: `Scop nou: ${rule.words.ro} (${rule.basis.words.ro}). ${rule.reason.ro}`,
        en: `New purpose: ${rule.words.en} (${rule.basis.words.en}). ${rule.reason.en}`,
      }),
    removed: (name, rule) =>
      removed(name, 'minor', {
        ro: `Scop la care renunțăm: ${rule.words.ro}`,
        en: `Purpose given up: ${rule.words.en}`,
      }),
    changed: (name, before, after) => [...ownChanges(name, before, after), ...reach(name, after.words, was, now)],
  })
}

function ownChanges(name: string, was: PurposeRule, now: PurposeRule): Change[] {
  const title = now.words
  const list: Change[] = []
  const say = (weight: Change['weight'], ro: string, en: string) =>
    list.push(changed(name, weight, { ro: `${title.ro}: ${ro}`, en: `${title.en}: ${en}` }))
  if (!sameWords(was.words, now.words)) say('minor', `se numea „${was.words.ro}”`, `was called “${was.words.en}”`)
  if (!sameWords(was.reason, now.reason)) {
    say(
      'material',
      `motivul era „${was.reason.ro}”, acum este „${now.reason.ro}”`,
      `the reason was “${was.reason.en}”, now it is “${now.reason.en}”`,
    )
  }
  if (was.basis.kind !== now.basis.kind || was.basis.article !== now.basis.article) {
    say(
      'material',
      `temeiul era ${was.basis.words.ro}, acum este ${now.basis.words.ro}`,
      `the basis was ${was.basis.words.en}, now it is ${now.basis.words.en}`,
    )
  }
  if (was.objection !== now.objection) {
    if (now.objection === 'none') say('material', 'nu vă mai puteți opune', 'you can no longer object')
    else say('minor', 'vă puteți opune', 'you can object')
  }
  if (was.restriction !== now.restriction) {
    if (now.restriction === 'stays')
      say('material', 'restricționarea nu îl mai oprește', 'a restriction no longer stops it')
    else say('minor', 'restricționarea îl oprește', 'a restriction stops it')
  }
  return list
}

/** Whom it reaches and what it uses: what is gained is material, what is given up is not. */
function reach(name: string, title: Words, was: MachineHalf, now: MachineHalf): Change[] {
  const recipients = (half: MachineHalf) => half.policy.purposes[name]?.recipients ?? []
  const categories = (half: MachineHalf) => half.uses[name] ?? []
  const words = (half: MachineHalf, key: string): Words =>
    half.policy.recipients[key]?.words ?? half.policy.categories[key] ?? { ro: key, en: key }
  const gained = (list: (half: MachineHalf) => readonly string[], ro: string, en: string) =>
    only(list(now), list(was)).map((key) =>
      changed(name, 'material', {
        ro: `${title.ro}: ${ro} ${words(now, key).ro}`,
        en: `${title.en}: ${en} ${words(now, key).en}`,
      }),
    )
  const lost = (list: (half: MachineHalf) => readonly string[], ro: string, en: string) =>
    only(list(was), list(now)).map((key) =>
      changed(name, 'minor', {
        ro: `${title.ro}: ${ro} ${words(was, key).ro}`,
        en: `${title.en}: ${en} ${words(was, key).en}`,
      }),
    )
  return [
    ...gained(recipients, 'datele ajung și la', 'data now also goes to'),
    ...lost(recipients, 'datele nu mai ajung la', 'data no longer goes to'),
    ...gained(categories, 'folosește și', 'now also uses'),
    ...lost(categories, 'nu mai folosește', 'no longer uses'),
  ]
}

function only(all: readonly string[], others: readonly string[]): string[] {
  return all.filter((one) => !others.includes(one))
}
