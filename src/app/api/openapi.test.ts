import { createConfig, lintFromString } from '@redocly/openapi-core'
import { expect, it } from 'vitest'
import { operations } from '../operations.ts'
import { openApiDocument } from './openapi.ts'

const document = openApiDocument(operations, 'https://desk.provider.test')

it('describes the API without fault to redocly’s recommended rules', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config })
  const said = problems.map(
    ({ ruleId, severity, message, location }) => `${severity} ${ruleId}: ${message} ${location[0]?.pointer}`,
  )
  expect(said).toEqual([])
})
