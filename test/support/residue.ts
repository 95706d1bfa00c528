/** Looks for texts in everything that a running desk leaves behind: its database, its data folder, what it printed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readSettings } from '../../src/app/settings.ts'
import { withOwner } from '../../src/cli/owner.ts'
import { scrubDatabase } from '../../src/platform/database/scrub.ts'
import type { Needle } from '../../src/privacy/residue/needles.ts'
import { scanDatabase } from '../../src/privacy/residue/scan-database.ts'
import { type Finding, scanFiles } from '../../src/privacy/residue/scan-files.ts'
import type { RunningZavor } from './zavor.ts'

/** Works on the database of a running desk past all its rules. */
export function withOwnerOf<Result>(zavor: RunningZavor, work: (owner: Pool) => Promise<Result>): Promise<Result> {
  return withOwner(readSettings({ ZAVOR_DATA: zavor.dataFolder }), work)
}

/**
 * What is left in a database once its storage was scrubbed, as the worker does after each erasure: PostgreSQL may have counted
 * rows meanwhile, and quotes some of them until it counts anew.
 */
export async function leftAfterScrub(owner: Pool, needles: readonly Needle[]): Promise<Finding[]> {
  await scrubDatabase(owner)
  return await scanDatabase(owner, needles)
}

export interface Residue {
  readonly database: Finding[]
  readonly files: Finding[]
  readonly said: Finding[]
}

export async function residueIn(zavor: RunningZavor, needles: readonly Needle[]): Promise<Residue> {
  return {
    database: await withOwnerOf(zavor, (owner) => scanDatabase(owner, needles)),
    files: await scanFiles(zavor.dataFolder, needles),
    said: await scanText(zavor.said(), needles),
  }
}

async function scanText(text: string, needles: readonly Needle[]): Promise<Finding[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zavor-said-'))
  try {
    await writeFile(join(folder, 'said'), text)
    return await scanFiles(folder, needles)
  } finally {
    await rm(folder, { recursive: true })
  }
}
