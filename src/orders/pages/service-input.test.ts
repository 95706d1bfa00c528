import { describe, expect, test } from 'vitest'
import { exampleServices } from '../service/example-services.ts'
import { type ServiceTerms, serviceTerms } from '../service/service.terms.ts'
import { typedFrom } from './price-input.ts'
import { choicesTyped, nameFrom, serviceInput } from './service-input.ts'

/** What the browser sends when the editor of a service is saved as it stands, with an empty row at the end of each list. */
function formOf(terms: ServiceTerms): FormData {
  const form = new FormData()
  const both = (name: string, words?: { ro: string; en: string }) => {
    form.set(`${name}.ro`, words?.ro ?? '')
    form.set(`${name}.en`, words?.en ?? '')
  }
  form.set('slug', 'a-service')
  both('name', terms.name)
  both('summary', terms.summary)
  both('description', terms.description)
  both('delivers', terms.delivers)
  form.set('price', typedFrom(terms.price.minor, 'ro'))
  form.set('currency', terms.price.currency)
  form.set('unit', terms.price.unit)
  form.set('fields.rows', `${terms.fields.length + 1}`)
  for (const [row, field] of [...terms.fields, undefined].entries()) {
    const at = `fields.${row}`
    if (field) form.set(`${at}.name`, field.name)
    both(`${at}.label`, field?.label)
    both(`${at}.hint`, field?.hint)
    form.set(`${at}.kind`, field?.kind ?? 'server_detail')
    form.set(`${at}.input`, field?.input ?? 'line')
    form.set(`${at}.choices`, choicesTyped(field?.choices))
    if (field?.required ?? true) form.set(`${at}.required`, 'on')
  }
  form.set('access.rows', `${terms.access.length + 1}`)
  for (const [row, item] of [...terms.access, undefined].entries()) {
    const at = `access.${row}`
    if (item) form.set(`${at}.name`, item.name)
    both(`${at}.label`, item?.label)
    both(`${at}.why`, item?.why)
    form.set(`${at}.kind`, item?.kind ?? 'server')
  }
  return form
}

const whole = exampleServices.map(({ terms, unit }): ServiceTerms => {
  return { ...terms, price: { minor: '145050', currency: 'RON', unit } }
})

describe('the form of a service', () => {
  test.each(whole)('gives back $name.en as it was', (terms) => {
    const { terms: read } = serviceInput(formOf(terms))
    expect(read.price.minor).toBe('145050')
    const named = terms.fields.map((field) => {
      const choices = field.choices?.map((choice) => ({ ...choice, name: nameFrom(choice.label.en) }))
      return choices ? { ...field, choices } : field
    })
    expect(read).toEqual({ ...terms, fields: named })
    expect(serviceTerms.safeParse(read).success).toBe(true)
  })

  test('leaves out rows ticked for removal, and names mistakes by the row they stand in', () => {
    const form = formOf(whole[0]!)
    form.set('fields.0.remove', 'on')
    const { terms, rename } = serviceInput(form)
    expect(terms.fields).toHaveLength(whole[0]!.fields.length - 1)
    expect(rename['terms.fields.0.label.ro']).toBe('fields.1.label.ro')
  })

  test('reads no more rows than a form may have, and no price as no price', () => {
    const form = formOf(whole[0]!)
    form.set('fields.rows', '1e9')
    form.set('price', 'mult')
    const { terms } = serviceInput(form)
    expect(terms.fields).toHaveLength(whole[0]!.fields.length)
    expect(serviceTerms.safeParse(terms).error?.issues.map(({ path }) => path.join('.'))).toEqual(['price.minor'])
  })
})

test.each([
  ['At night, 22–6', 'at_night_22_6'],
  ['Când putem reporni', 'cand_putem_reporni'],
  ['24/7', 'field'],
  ['', 'field'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('%j is named %s', (label, name) => expect(nameFrom(label)).toBe(name))
