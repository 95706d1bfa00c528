/** From the service form to the operation's input. Rows without a label, and rows ticked for removal, are left out. */
import type { AccessItem, FormField, ServiceTerms } from '../service/service.terms.ts'
import { minorFrom } from './price-input.ts'

export interface ServiceInput {
  readonly slug: string
  readonly terms: ServiceTerms
  /** From the names of the operation's fields to those of the form. */
  readonly rename: Record<string, string>
}

export function serviceInput(form: FormData): ServiceInput {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const both = (name: string) => ({ ro: text(`${name}.ro`), en: text(`${name}.en`) })
  const fields = keptRows(form, 'fields')
  const access = keptRows(form, 'access')
  const rename = {
    'terms.price.minor': 'price',
    'terms.price.currency': 'currency',
    'terms.price.unit': 'unit',
    ...Object.fromEntries(
      ['name', 'summary', 'description', 'delivers'].flatMap((name) => [
        [`terms.${name}.ro`, `${name}.ro`],
        [`terms.${name}.en`, `${name}.en`],
      ]),
    ),
    ...renamedRows('fields', fields, ['label.ro', 'label.en', 'hint.ro', 'hint.en', 'choices']),
    ...renamedRows('access', access, ['label.ro', 'label.en', 'why.ro', 'why.en']),
  }
  const terms: ServiceTerms = {
    name: both('name'),
    summary: both('summary'),
    description: both('description'),
    delivers: both('delivers'),
    // What is no price is no number of minor units either: the operation says so among all that is wrong.
    price: {
      minor: minorFrom(text('price')) ?? '',
      currency: text('currency'),
      unit: text('unit') as ServiceTerms['price']['unit'],
    },
    fields: fields.map((row) => fieldFrom(form, row)),
    access: access.map((row) => accessFrom(form, row)),
  }
  return { slug: text('slug'), terms, rename }
}

function keptRows(form: FormData, list: string): number[] {
  const rows = Number(form.get(`${list}.rows`) ?? 0)
  return Array.from({ length: Math.min(rows, 40) }, (_, row) => row).filter((row) => {
    const label = `${form.get(`${list}.${row}.label.ro`) ?? ''}${form.get(`${list}.${row}.label.en`) ?? ''}`
    return label.trim() !== '' && !form.has(`${list}.${row}.remove`)
  })
}

function renamedRows(list: string, rows: readonly number[], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, place) => names.map((name) => [`terms.${list}.${place}.${name}`, `${list}.${row}.${name}`])),
  )
}

function fieldFrom(form: FormData, row: number): FormField {
  const text = (name: string) => String(form.get(`fields.${row}.${name}`) ?? '').trim()
  const label = { ro: text('label.ro'), en: text('label.en') }
  const hint = { ro: text('hint.ro'), en: text('hint.en') }
  const input = text('input') as FormField['input']
  return {
    name: text('name') || nameFrom(label.en || label.ro),
    kind: text('kind') as FormField['kind'],
    input,
    label,
    ...(hint.ro || hint.en ? { hint } : {}),
    required: form.has(`fields.${row}.required`),
    ...(input === 'choice' ? { choices: choicesFrom(text('choices')) } : {}),
  }
}

function accessFrom(form: FormData, row: number): AccessItem {
  const text = (name: string) => String(form.get(`access.${row}.${name}`) ?? '').trim()
  const label = { ro: text('label.ro'), en: text('label.en') }
  return {
    name: text('name') || nameFrom(label.en || label.ro),
    kind: text('kind') as AccessItem['kind'],
    label,
    why: { ro: text('why.ro'), en: text('why.en') },
  }
}

/** One choice a line, both languages: "Noaptea | At night". */
function choicesFrom(lines: string): NonNullable<FormField['choices']> {
  return lines
    .split('\n')
    .map((line) => line.split('|').map((part) => part.trim()))
    .filter(([ro]) => ro)
    .map(([ro = '', en = '']) => ({ name: nameFrom(en || ro), label: { ro, en } }))
}

export function choicesTyped(choices: FormField['choices']): string {
  return (choices ?? []).map(({ label }) => `${label.ro} | ${label.en}`).join('\n')
}

/** A technical name from a label: "At night, 22–6" → "at_night_22_6". */
export function nameFrom(label: string): string {
  const plain = label
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
  return plain.slice(0, 40) || 'field'
}
