/** Inputs for any operation, from its own schema: one that fits, and for each field ones that do not. */
import { z } from 'zod'
import type { AnyOperation } from '../../src/privacy/operation/operation.ts'

type Json = Record<string, unknown>

interface Schema {
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly format?: string
  readonly pattern?: string
}

export function schemaOf(operation: AnyOperation): Schema {
  return z.toJSONSchema(operation.input, { io: 'input', unrepresentable: 'any' }) as Schema
}

export function fieldsOfInput(operation: AnyOperation): Readonly<Record<string, Schema>> {
  return schemaOf(operation).properties ?? {}
}

/** An input whose every field has the right type; `known` gives the fields that must name something. */
export function sampleInput(operation: AnyOperation, known: Json = {}): Json {
  const schema = schemaOf(operation)
  const sample: Json = {}
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    if (name in known) sample[name] = known[name]
    else if (schema.required?.includes(name)) sample[name] = sampleOf(field)
  }
  return sample
}

function sampleOf(schema: Schema): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const variant = schema.anyOf?.[0] ?? schema.oneOf?.[0] ?? schema.allOf?.[0]
  if (variant) return sampleOf(variant)
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type
  if (type === 'object') {
    const properties = Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))
    return Object.fromEntries(properties.map(([name, property]) => [name, sampleOf(property)]))
  }
  if (type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}))
  if (type === 'integer' || type === 'number')
    return Math.max(1, schema.minimum ?? 1, (schema.exclusiveMinimum ?? 0) + 1)
  if (type === 'boolean') return true
  if (type === 'null') return null
  return sampleText(schema)
}

function sampleText({ format, minLength = 1, maxLength = 40 }: Schema): string {
  if (format === 'uuid') return '01990000-0000-7000-8000-00000000dead'
  if (format === 'email') return 'somebody@else.test'
  if (format === 'uri') return 'https://else.test/'
  if (format === 'date-time') return '2027-01-31T10:00:00Z'
  if (format === 'date') return '2027-01-31'
  return 'text '.repeat(20).slice(0, Math.min(maxLength, Math.max(minLength, 12)))
}

/** Values that the field cannot take, by name. */
export function nonsenseFor({ type, maxLength = 0 }: Schema, largestBody = 0): Readonly<Record<string, unknown>> {
  return {
    ...(type === 'object' ? {} : { 'an object': { $ne: null } }),
    'a huge text': 'x'.repeat(Math.max(3_000_000, maxLength + 1, largestBody)),
    'a nested heap': JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`),
  }
}

/** What no text of the database can hold: PostgreSQL would fail where whoever typed it is to be told. */
export const unwritable: Readonly<Record<string, string>> = {
  'a sign that is none': 'some text\u0000 of nobody',
  'half a sign': 'some text \ud83d of nobody',
}
