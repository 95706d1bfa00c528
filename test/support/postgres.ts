import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { inject } from 'vitest'
import { rolePasswords } from '../../src/app/login-roles.ts'
import { ownerPool, urlFor } from '../../src/platform/database/owner-pool.ts'
import { databaseRing, templateName, withDatabase } from './test-server.ts'

export interface TestDatabase {
  readonly name: string
  /** Connection string of the owner. */
  readonly url: string
  /** Connections of the owner, for what a test lays down or looks at past the purposes. */
  readonly owner: pg.Pool
  /** Connection string of another role: `urlOf('zavor_support')`. */
  urlOf(role: string): string
  readonly passwordOf: (role: string) => string
  /** Ends the owner's connections and removes the database, with whoever is still connected to it. */
  drop(): Promise<void>
}

/** A database of its own for a test file: migrated, with the policy applied, and empty. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const { failure } = inject('postgres')
  if (failure) throw new Error(`The template database could not be made: ${failure}`)
  return createDatabase(templateName)
}

/** A database with nothing in it, for tests of what prepares one. */
export function emptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0')
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = inject('postgres')
  const name = `zavor_test_${randomBytes(6).toString('hex')}`
  await administer(server.url, `create database ${name} template ${template} strategy file_copy`)
  const url = withDatabase(server.url, name)
  const passwordOf = rolePasswords(databaseRing)
  const owner = ownerPool(url)
  return {
    name,
    url,
    owner,
    passwordOf,
    urlOf: (role) => urlFor(url, role, passwordOf(role)),
    async drop() {
      await owner.end()
      await administer(server.url, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer(url: string, statement: string): Promise<void> {
  const pool = ownerPool(url, 1)
  try {
    await pool.query(statement)
  } finally {
    await pool.end()
  }
}
