import { data } from 'react-router'
import { describe, expect, it } from 'vitest'
import { answerForm, type FormAnswer } from './form-answer.ts'
import type { PageProblem } from './problem.ts'

function formOf(values: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(values)) for (const one of [value].flat()) form.append(name, one)
  return form
}

const throwing = (problem: Partial<PageProblem>) => async () => {
  const whole: PageProblem = { kind: 'problem', code: 'invalid', status: 422, words: 'Mend it.', ...problem }
  throw data(whole, { status: whole.status })
}

async function answered(
  form: FormData,
  problem: Partial<PageProblem>,
  options = {},
): Promise<FormAnswer & { status: number }> {
  const answer = (await answerForm(form, throwing(problem), options)) as ReturnType<typeof data<FormAnswer>>
  return { ...answer.data, status: answer.init?.status ?? 0 }
}

describe('the answer to a form', () => {
  it('is what the work returns', async () => {
    expect(await answerForm(formOf({}), async () => 7)).toBe(7)
  })
  it('names the faulty fields and keeps what was typed, secrets excepted', async () => {
    const form = formOf({ email: 'x', newPassword: 'hunter2', code: '123456', pin: '1', hours: ['day', 'night'] })
    const answer = await answered(form, { fields: { email: 'an address' } }, { secrets: ['pin'] })
    expect(answer).toEqual({
      status: 422,
      errors: { email: 'an address' },
      values: { email: 'x', hours: ['day', 'night'] },
    })
  })
  it('says at the top what concerns the whole form beside the fields that are faulty', async () => {
    const conflict = { code: 'changed_meanwhile', status: 409, words: 'Read it anew.', fields: { a: 'wanted' } }
    expect(await answered(formOf({ a: '1' }), conflict)).toMatchObject({
      status: 409,
      errors: { a: 'wanted' },
      problem: { words: 'Read it anew.' },
    })
  })
  it('says of one of several things in a field at that field', async () => {
    const form = formOf({ emails: 'x', 'row.1.name': 'y' })
    const fields = { 'emails.0': 'an address', 'emails.2': 'another', 'row.1.name.first': 'a name', 'other.0': 'z' }
    expect((await answered(form, { fields })).errors).toEqual({
      emails: 'an address',
      'row.1.name': 'a name',
      'other.0': 'z',
    })
  })
  it('says at the top what concerns no field that is there', async () => {
    expect((await answered(formOf({ a: '1' }), { fields: { b: 'wanted' } })).problem?.words).toBe('Mend it.')
    expect((await answered(formOf({ a: '1' }), { code: 'role', status: 403 })).problem?.code).toBe('role')
  })
  it('names the mistakes in the order of the page', async () => {
    const fields = { last: 'three', none: 'four', first: 'one', middle: 'two' }
    const { errors } = await answered(formOf({ first: '', middle: '', last: '' }), { fields })
    expect(Object.keys(errors)).toEqual(['first', 'middle', 'last', 'none'])
  })
  it('says in the terms of the page what the operation asks in its own', async () => {
    const fields = { 'price.minor': 'minor units', name: 'a name' }
    const options = { rename: { 'price.minor': 'price' }, expect: { price: 'an amount', name2: 'never' } }
    const { errors } = await answered(formOf({ name: '', price: 'x' }), { fields }, options)
    expect(errors).toEqual({ name: 'a name', price: 'an amount' })
  })
  it('knows fields by another name', async () => {
    const answer = await answered(
      formOf({ street: '' }),
      { fields: { 'address.line1': 'wanted' } },
      { rename: { 'address.line1': 'street' } },
    )
    expect(answer.errors).toEqual({ street: 'wanted' })
  })
  it('lets through what cannot be mended', async () => {
    await expect(answered(formOf({}), { status: 404, code: 'not_found' })).rejects.toMatchObject({
      data: { code: 'not_found' },
    })
    await expect(answerForm(formOf({}), () => Promise.reject(new TypeError('x')))).rejects.toThrow('x')
  })
})
