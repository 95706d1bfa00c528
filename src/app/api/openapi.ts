/** OpenAPI 3.1 from the operations' own zod schemas. */
import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import type { AnyOperation } from '../../privacy/operation/operation.ts'
import type { Who } from '../../privacy/operation/permission.ts'
import { addressOf } from './operation-address.ts'

type Json = Record<string, unknown>

const errorSchema = {
  type: 'object',
  required: ['error'],
  properties: {
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: {
        code: { type: 'string', description: 'Stable; choose your words by it.' },
        message: { type: 'string' },
        fields: {
          type: 'object',
          additionalProperties: { type: 'string' },
          description: 'Each faulty field with what was expected.',
        },
      },
    },
  },
}

export function openApiDocument(operations: readonly AnyOperation[], origin: string): Json {
  const paths: Record<string, Json> = {}
  const schemas: Json = { Error: errorSchema }
  for (const operation of operations) {
    if (!operation.http) continue
    const { method, path } = addressOf(operation.http)
    paths[path] = { ...paths[path], [method.toLowerCase()]: describe(operation, method, path, schemas) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Zavor',
      version: '1',
      description: 'The desk by program: the same operations as the pages. Every call is logged with its purpose.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    tags: [...new Set(operations.filter((o) => o.http).map((o) => o.purpose))].map((name) => ({
      name,
      description: `${policy.purposes[name].words.en}: ${policy.purposes[name].basis.words.en} (${policy.purposes[name].basis.article})`,
    })),
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer', description: 'An API key of a member or of staff.' } },
      schemas,
    },
  }
}

function describe(operation: AnyOperation, method: string, path: string, schemas: Json): Json {
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] as string)
  const input = named(schemaOf(operation.input, 'input'), `${operation.name}.input`, schemas)
  const output = named(schemaOf(operation.output, 'output'), `${operation.name}.output`, schemas)
  const properties = (input.properties ?? {}) as Record<string, Json>
  const required = new Set((input.required as string[] | undefined) ?? [])
  const others = Object.keys(properties).filter((name) => !inPath.includes(name))
  const inQuery = method === 'GET' || method === 'DELETE'
  const parameters = [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: properties[name] ?? { type: 'string' } })),
    ...(inQuery
      ? others.map((name) => ({ name, in: 'query', required: required.has(name), schema: properties[name] }))
      : []),
  ]
  const body = !inQuery && others.length > 0
  return {
    operationId: operation.name,
    summary: operation.says ?? operation.name.replaceAll(/[._]/g, ' '),
    description: whoMay(operation.who),
    tags: [operation.purpose],
    ...(operation.who.visitor ? { security: [{}, { key: [] }] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? { requestBody: { required: true, content: json(bodySchema(input, properties, others, required)) } }
      : {}),
    responses: {
      200: { description: 'Done.', content: json(output) },
      '4XX': { description: 'Refused; nothing was written.', content: json({ $ref: '#/components/schemas/Error' }) },
    },
  }
}

function whoMay({ visitor, member, staff, fresh }: Who): string {
  const roles = (what: string, held: 'any' | readonly string[] | undefined) =>
    held === undefined ? [] : [held === 'any' ? `any ${what}` : `${what} with the role ${held.join(' or ')}`]
  const who = visitor ? ['anybody'] : [...roles('member', member), ...roles('staff', staff)]
  const alsoFresh = fresh ? ' Needs a sign-in of the last ten minutes, which a key never is.' : ''
  return `Who may: ${who.join('; ')}.${alsoFresh}`
}

function bodySchema(
  input: Json,
  properties: Record<string, Json>,
  names: readonly string[],
  required: ReadonlySet<string>,
): Json {
  const { $schema: _schema, ...rest } = input
  return {
    ...rest,
    properties: Object.fromEntries(names.map((name) => [name, properties[name]])),
    required: names.filter((name) => required.has(name)),
  }
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _schema, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => forPrograms(zodSchema._zod.def.type, jsonSchema as Json),
  }) as Json
  return rest
}

/** A shape that holds itself (words within emphasis within emphasis) stands once, under a name, for the whole document. */
function named({ $defs = {}, ...schema }: Json, prefix: string, schemas: Json): Json {
  const renamed = (value: unknown) =>
    JSON.parse(JSON.stringify(value).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}.`)) as Json
  for (const [name, shape] of Object.entries($defs as Json)) schemas[`${prefix}.${name}`] = renamed(shape)
  return renamed(schema)
}

/** What zod's own description says too loosely for a program that reads it. */
function forPrograms(type: string, schema: Json): void {
  // Dates leave as ISO text.
  if (type === 'date') Object.assign(schema, { type: 'string', format: 'date-time' })
  // A record by known names is an object with those fields.
  const names = type === 'record' && (schema.propertyNames as { enum?: string[] } | undefined)?.enum
  if (names) {
    schema.properties = Object.fromEntries(names.map((name) => [name, schema.additionalProperties]))
    schema.additionalProperties = false
    delete schema.propertyNames
  }
  // Of a choice, what only code can hand over (bytes) is no choice for JSON.
  const choices = type === 'union' && (schema.anyOf as Json[] | undefined)?.filter((one) => Object.keys(one).length > 0)
  if (choices) schema.anyOf = choices
  if (choices && choices.length === 1) {
    delete schema.anyOf
    Object.assign(schema, choices[0])
  }
}

function json(schema: Json): Json {
  return { 'application/json': { schema } }
}
