/** Categories, recipients, cookies, ages and authorities. */
import { periodWords } from '../../prose/period.ts'
import { canonical } from '../content.ts'
import type { CookieRule, PolicyShape, RecipientRule, Words } from '../shape.ts'
import { isLonger } from '../shift.ts'
import { type Change, changesOf, compareKeyed, sameWords } from './change.ts'

export function compareLists(was: PolicyShape, now: PolicyShape): Change[] {
  return [
    ...compareCategories(was, now),
    ...compareRecipients(was, now),
    ...compareCookies(was, now),
    ...compareAges(was, now),
    ...compareConsent(was, now),
    ...compareAuthorities(was, now),
  ]
}

function compareCategories(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('category')
  return compareKeyed<Words>(was.categories, now.categories, {
    added: (name, words) =>
      added(name, 'material', { ro: `Categorie nouă de date: ${words.ro}`, en: `New category of data: ${words.en}` }),
    removed: (name, words) =>
      removed(name, 'minor', { ro: `Nu mai păstrăm: ${words.ro}`, en: `No longer held: ${words.en}` }),
    changed: (name, before, after) =>
      sameWords(before, after) ? [] : [changed(name, 'minor', renamed(before, after))],
  })
}

function compareRecipients(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('recipient')
  return compareKeyed<RecipientRule>(was.recipients, now.recipients, {
    added: (name, rule) =>
      added(name, 'material', {
        ro: `Destinatar nou: ${rule.words.ro} (${rule.country}, ${rule.safeguard.ro})`,
        en: `New recipient: ${rule.words.en} (${rule.country}, ${rule.safeguard.en})`,
      }),
    removed: (name, rule) =>
      removed(name, 'minor', {
        ro: `Nu mai primește date: ${rule.words.ro}`,
        en: `No longer receives data: ${rule.words.en}`,
      }),
    changed: (name, before, after) => {
      const moved = before.country !== after.country || before.role !== after.role
      if (moved || !sameWords(before.safeguard, after.safeguard)) {
        const words = (rule: RecipientRule, language: 'ro' | 'en') => `${rule.country}, ${rule.safeguard[language]}`
        return [
          changed(name, 'material', {
            ro: `${after.words.ro}: ${words(after, 'ro')}; înainte ${words(before, 'ro')}`,
            en: `${after.words.en}: ${words(after, 'en')}; before ${words(before, 'en')}`,
          }),
        ]
      }
      return sameWords(before.words, after.words) ? [] : [changed(name, 'minor', renamed(before.words, after.words))]
    },
  })
}

function compareCookies(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('cookie')
  return compareKeyed<CookieRule>(was.cookies, now.cookies, {
    added: (name, rule) =>
      added(name, 'material', {
        ro: `Cookie nou: ${name}. ${rule.words.ro}`,
        en: `New cookie: ${name}. ${rule.words.en}`,
      }),
    removed: (name) => removed(name, 'minor', { ro: `Cookie scos: ${name}`, en: `Cookie removed: ${name}` }),
    changed: (name, before, after) => {
      if (before.kind !== after.kind || before.purpose !== after.purpose || !sameWords(before.life, after.life)) {
        return [
          changed(name, 'material', {
            ro: `Cookie-ul ${name}: ${after.words.ro} Ține ${after.life.ro}.`,
            en: `The cookie ${name}: ${after.words.en} It lasts ${after.life.en}.`,
          }),
        ]
      }
      if (sameWords(before.words, after.words)) return []
      return [
        changed(name, 'minor', {
          ro: `Cookie-ul ${name}: ${after.words.ro}`,
          en: `The cookie ${name}: ${after.words.en}`,
        }),
      ]
    },
  })
}

function compareAges(was: PolicyShape, now: PolicyShape): Change[] {
  const { changed } = changesOf('age')
  const list: Change[] = []
  if (was.ages.never !== now.ages.never) {
    const says = {
      ro: `Vârsta sub care nu se pot folosi serviciile: ${now.ages.never} în loc de ${was.ages.never}`,
      en: `The age under which the services may not be used: ${now.ages.never} instead of ${was.ages.never}`,
    }
    list.push(changed('never', 'material', says))
  }
  const countries = new Set([...Object.keys(was.ages.digitalConsent), ...Object.keys(now.ages.digitalConsent)])
  for (const country of countries) {
    const [before, after] = [was.ages.digitalConsent[country] ?? 16, now.ages.digitalConsent[country] ?? 16]
    if (before === after) continue
    const says = {
      ro: `Vârsta consimțământului (${country}): ${after} în loc de ${before}`,
      en: `The age of consent (${country}): ${after} instead of ${before}`,
    }
    list.push(changed(country, 'material', says))
  }
  return list
}

/** How long a consent counts. Of how soon somebody is asked again nobody needs to be told. */
function compareConsent(was: PolicyShape, now: PolicyShape): Change[] {
  const { changed } = changesOf('consent')
  const [before, after] = [was.consent.lasts, now.consent.lasts]
  if (before === after) return []
  const says = {
    ro: `Un acord ține ${periodWords(after, 'ro')} în loc de ${periodWords(before, 'ro')}`,
    en: `A consent lasts ${periodWords(after, 'en')} instead of ${periodWords(before, 'en')}`,
  }
  return [changed('lasts', isLonger(after, before) ? 'material' : 'minor', says)]
}

function compareAuthorities(was: PolicyShape, now: PolicyShape): Change[] {
  const { added, removed, changed } = changesOf('authority')
  return compareKeyed(was.authorities, now.authorities, {
    added: (name, { name: title }) => added(name, 'minor', same(title)),
    removed: (name, { name: title }) => removed(name, 'minor', same(title)),
    changed: (name, before, after) =>
      canonical(before) === canonical(after) ? [] : [changed(name, 'minor', same(`${after.name}, ${after.address}`))],
  })
}

function renamed(was: Words, now: Words): Words {
  return { ro: `„${was.ro}” se numește acum „${now.ro}”`, en: `“${was.en}” is now called “${now.en}”` }
}

function same(words: string): Words {
  return { ro: words, en: words }
}
