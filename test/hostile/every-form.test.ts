/** Every form in which somebody types something, enumerated: it says why it asks, or it is known why it need not. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { pageForms } from '../support/page-forms.ts'

/** part: the page that it stands on says it, as another of these tests sees. */
const silent: Readonly<Record<string, 'part' | 'compared, not kept' | 'a new secret' | 'public by law, as it says'>> = {
  'desk/pages/draft-area.tsx': 'part',
  'identity/pages/code-field.tsx': 'compared, not kept',
  'identity/pages/enrol.tsx': 'compared, not kept',
  'identity/pages/forgotten-password.tsx': 'compared, not kept',
  'identity/pages/new-password.tsx': 'a new secret',
  'identity/pages/officer-fields.tsx': 'public by law, as it says',
  'identity/pages/security-factors.tsx': 'compared, not kept',
  'identity/pages/security-keys.tsx': 'a new secret',
  'identity/pages/security-password.tsx': 'a new secret',
  'identity/pages/sign-in-fields.tsx': 'compared, not kept',
  'rights/pages/public-standing.tsx': 'compared, not kept',
}

const forms = pageForms().filter(({ isStaffs }) => !isStaffs)

it('finds forms, and none stands among the silent that says why it asks or is not there', () => {
  expect(forms.length).toBeGreaterThan(20)
  const stale = Object.keys(silent).filter((file) => !forms.some((form) => form.file === file && !form.hasNotice))
  expect(stale).toEqual([])
})

it.each(forms.filter(({ file }) => !(file in silent)))('$file says why it asks', ({ hasNotice }) => {
  expect(hasNotice).toBe(true)
})

it.each(forms.filter(({ hasNotice }) => hasNotice))(
  '$file is sent to where its notice is put on record',
  ({ sentBy, untold }) => {
    expect(sentBy).not.toEqual([])
    expect(untold).toEqual([])
  },
)

/** Ways to send a form other than `<Form>`, which says itself who opened it. */
const ownWays = /<form\b[^>]*method="post"|\bForm\b[^\n]*from 'react-router'|\buse(Fetcher|Submit)\b/
const nobodys: Readonly<Record<string, 'acts by what it says alone' | 'ends or turns this browser' | 'by `<Form>`'>> = {
  'access/pages/hand-over-form.tsx': 'by `<Form>`',
  'identity/pages/door.tsx': 'ends or turns this browser',
  'identity/pages/own-choices.tsx': 'ends or turns this browser',
  'identity/pages/sign-in-kept.tsx': 'acts by what it says alone',
  'identity/pages/stray-page.tsx': 'acts by what it says alone',
  'rights/pages/opened-request.tsx': 'acts by what it says alone',
  'site/pages/choice-bar.tsx': 'acts by what it says alone',
  'site/pages/choice-foot.tsx': 'acts by what it says alone',
  'site/pages/choice-form.tsx': 'acts by what it says alone',

  'ui/shell/app-shell.tsx': 'ends or turns this browser',
  'ui/shell/language-choice.tsx': 'ends or turns this browser',
}

it('every form that does something in somebody’s name says who opened it', () => {
  const folder = join(import.meta.dirname, '../../src')
  const sending = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx') && !file.startsWith('ui/gallery'))
    .filter((file) => ownWays.test(readFileSync(join(folder, file), 'utf8')))
  const unsaid = sending.filter((file) => !/\b(WriterField|useWriter)\b/.test(readFileSync(join(folder, file), 'utf8')))
  expect(sending).toContain('rights/pages/choices.tsx')
  expect(unsaid.toSorted()).toEqual(Object.keys(nobodys))
})
