import { describe, expect, test } from 'vitest'
import { exampleServices } from './example-services.ts'
import { answerKinds, serviceTerms } from './service.terms.ts'
import { slug } from './service.view.ts'

describe.each(exampleServices)('the example $slug', (example) => {
  test('is a service that could be saved', () => {
    expect(slug.parse(example.slug)).toBe(example.slug)
    const terms = { ...example.terms, price: { minor: `${example.lei}00`, currency: 'RON', unit: example.unit } }
    expect(serviceTerms.parse(terms)).toEqual(terms)
  })

  test('asks every kind that the policy names (P14), and access', () => {
    const kinds = new Set(example.terms.fields.map((field) => field.kind))
    expect([...kinds].sort()).toEqual([...answerKinds].sort())
    expect(example.terms.access.length).toBeGreaterThan(0)
  })

  test('has a price that a fifth divides evenly', () => expect(example.lei % 5).toBe(0))
})
