import { expect, it } from 'vitest'
import { keepForm, unpackKept } from './kept-form.ts'
import { keptPlaceOf } from './kept-place.ts'

function sent(fields: Record<string, string | Blob>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries({ formId: 'form', writer: 'ana', ...fields })) form.append(name, value)
  return form
}

it('keeps what was typed, several of one name as well, and nothing that is secret, a file, or the form’s own', () => {
  const form = sent({
    subject: 'Serverul nu răspunde 🔥',
    password: 'hunter2',
    current: 'hunter1',
    privateKey: 'BEGIN',
    sealed: 'c2VhbGVk',
    recoveryToken: 'x',
    code: '123456',
    said: 'a'.repeat(64),
    files: new Blob(['%PDF']),
  })
  form.append('roles', 'owner')
  form.append('roles', 'billing')
  const kept = keepForm(form)
  expect(kept).toEqual({
    formId: 'form',
    writer: 'ana',
    values: { subject: 'Serverul nu răspunde 🔥', roles: ['owner', 'billing'] },
  })
  expect(unpackKept(JSON.stringify(kept))).toEqual(kept)
})

it('keeps 100 kB and more, and nothing when there is too much, nothing typed, or it is not known who saw the form', () => {
  expect(keepForm(sent({ body: 'ș'.repeat(100_000) }))?.values.body).toHaveLength(100_000)
  expect(keepForm(sent({ body: 'ș'.repeat(1_000_000) }))).toBeNull()
  expect(keepForm(sent({ body: '  \n' }))).toBeNull()
  expect(keepForm(sent({ password: 'only this' }))).toBeNull()
  const unknown = sent({ body: 'x' })
  unknown.delete('writer')
  expect(keepForm(unknown)).toBeNull()
})

it.each(['', 'x', '{', '[]', 'null', '{"formId":1}', '{"formId":"f","writer":"w","values":{"a":{}}}'])(
  'takes nothing from %j',
  (text) => expect(unpackKept(text)).toBeNull(),
)

it('knows the sign-in that a form can be taken along to', () => {
  expect(keptPlaceOf('/sign-in?to=%2Fdesk%2Ftickets%2Fnew%3Fa%3D1')).toBe(
    '/sign-in/kept?to=%2Fdesk%2Ftickets%2Fnew%3Fa%3D1',
  )
  expect(keptPlaceOf('/sign-in/again?to=%2Fdesk')).toBe('/sign-in/kept?again=1&to=%2Fdesk')
  for (const other of ['/sign-in', '/desk?to=%2Fdesk', 'https://evil.test/sign-in?to=%2Fdesk']) {
    expect(keptPlaceOf(other)).toBeNull()
  }
})
