/** Every form in which somebody types something, enumerated: it says why it asks, or it is known why it need not. */
import { expect, it } from 'vitest'
import { pageForms } from '../support/page-forms.ts'

/** part: the page that it stands on says it, as another of these tests sees. */
const silent: Readonly<Record<string, 'part' | 'compared, not kept' | 'a new secret'>> = {
  'desk/pages/draft-area.tsx': 'part',
  'desk/pages/message-fields.tsx': 'part',
  'identity/pages/code-field.tsx': 'compared, not kept',
  'identity/pages/enrol.tsx': 'compared, not kept',
  'identity/pages/forgotten-password.tsx': 'compared, not kept',
  'identity/pages/new-password.tsx': 'a new secret',
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
