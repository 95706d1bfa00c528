import { expect, it } from 'vitest'
import { firstFields } from './first-fields.ts'

const mark = '0198a000-0000-7000-8000-000000000001/0198a000-0000-7000-8000-000000000002'
const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://desk.test/desk', { method: 'POST', body, headers })

function form(...fields: [string, string | Blob][]): FormData {
  const made = new FormData()
  for (const [name, value] of fields) made.append(name, value)
  return made
}

it('reads who saw a form off its first fields, typed or with files, and leaves the whole body', async () => {
  const big = 'ș'.repeat(300_000)
  const fields: [string, string][] = [
    ['formId', 'reply'],
    ['writer', mark],
    ['body', big],
  ]
  for (const body of [new URLSearchParams(fields), form(...fields, ['files', new Blob([big])])]) {
    const seen = await firstFields(post(body))
    expect(seen).toMatchObject({ writer: mark, carries: false })
    const whole = await seen.request.formData()
    expect(whole.get('body')).toBe(big)
    if (whole.has('files')) expect(await (whole.get('files') as Blob).text()).toBe(big)
  }
})

it('reads it however the body is cut into pieces', async () => {
  const text = new TextEncoder().encode(new URLSearchParams({ formId: 'f', writer: mark, body: 'ăâî' }).toString())
  const pieces = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of text) controller.enqueue(Uint8Array.of(byte))
      controller.close()
    },
  })
  const request = new Request('http://desk.test/desk', {
    method: 'POST',
    body: pieces,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    duplex: 'half',
  } as RequestInit)
  const seen = await firstFields(request)
  expect(seen.writer).toBe(mark)
  expect((await seen.request.formData()).get('body')).toBe('ăâî')
})

it('takes a form that brings back what was typed for one only when that comes first', async () => {
  expect((await firstFields(post(new URLSearchParams({ carried: '{}', a: 'b' })))).carries).toBe(true)
  expect((await firstFields(post(new URLSearchParams({ a: 'b', carried: '{}' })))).carries).toBe(false)
  expect((await firstFields(post(form(['carried', '{}'])))).carries).toBe(false)
})

it('says nothing of what is no form, is empty, or has something else there', async () => {
  for (const request of [
    new Request('http://desk.test/desk'),
    post('', { 'content-type': 'application/x-www-form-urlencoded' }),
    post(`{"writer":"${mark}"}`, { 'content-type': 'application/json' }),
    post(new URLSearchParams({ writer: 'two words' })),
    post(new URLSearchParams({ writer: 'x'.repeat(101) })),
    post(form(['writer', new Blob([mark])])),
    post(form(['body', `name="other"\r\n\r\n${mark}`])),
  ]) {
    expect((await firstFields(request)).writer).toBeUndefined()
  }
})

it('lets go of a body that nobody goes on reading', async () => {
  let isLetGo = false
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('formId=f&'.repeat(1000))),
    cancel: () => {
      isLetGo = true
    },
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const { request } = await firstFields(
    new Request('http://desk.test/desk', { method: 'POST', body, headers, duplex: 'half' } as RequestInit),
  )
  await request.body?.cancel()
  expect(isLetGo).toBe(true)
})
