import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ownerPasswords, rolePasswords } from '../../src/app/login-roles.ts'
import { prepareDatabase } from '../../src/app/prepare.ts'
import { startEmbedded } from '../../src/platform/database/embedded.ts'
import { ownerPool } from '../../src/platform/database/owner-pool.ts'
import { scratch } from './scratch.ts'
import { databaseRing, type TestServer, templateName, withDatabase } from './test-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: TestServer
  }
}

/** One server for the whole run, and in it one prepared database that every test clones. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(scratch(), 'zavor-test-'))
  const server = await startEmbedded({
    folder: join(folder, 'postgres'),
    ownerPasswords: ownerPasswords(databaseRing),
    disposable: true,
  })
  const tearDown = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    project.provide('postgres', {
      url: server.url,
      folder: join(folder, 'postgres'),
      failure: await makeTemplate(server.url),
    })
  } catch (error) {
    await tearDown()
    throw error
  }
  return tearDown
}

/** What keeps the template from being whole is told by every test that asks for a database, and by no other. */
async function makeTemplate(url: string): Promise<string | null> {
  const admin = ownerPool(url, 1)
  await admin.query(`create database ${templateName}`)
  await admin.end()
  const owner = ownerPool(withDatabase(url, templateName), 2)
  try {
    await prepareDatabase(owner, rolePasswords(databaseRing))
    return null
  } catch (error) {
    return (error as Error).message
  } finally {
    await owner.end()
  }
}
