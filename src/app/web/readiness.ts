import type { Pool } from 'pg'
import { policy } from '../../../policy/policy.ts'
import { checkPolicy } from '../../privacy/compiler/apply.ts'
import { maps } from '../maps.ts'
import type { Supervisor } from '../processes/child.ts'

/** In the order in which one needs the other. */
export const PARTS = ['database', 'migrations', 'policy', 'worker', 'broker'] as const
export type Part = (typeof PARTS)[number]

export interface Readiness {
  readonly ready: boolean
  /** The first part that fails; those after it may fail because of it. */
  readonly failing: Part | null
  readonly parts: Readonly<Record<Part, 'ready' | 'failing'>>
}

/** Asks each part. `pool`: connections of any purpose, as every role may read the catalogue. */
export async function readiness(pool: Pool, supervisor: Supervisor): Promise<Readiness> {
  const health = await supervisor.health().catch((error: Error) => everything(error.message))
  const ailments = { ...health, policy: health.database ?? (await policyAilment(pool)) }
  const failing = PARTS.find((part) => ailments[part] !== null) ?? null
  const state = (part: Part) => [part, ailments[part] === null ? 'ready' : 'failing'] as const
  return { ready: failing === null, failing, parts: Object.fromEntries(PARTS.map(state)) as Readiness['parts'] }
}

async function policyAilment(pool: Pool): Promise<string | null> {
  try {
    const findings = await checkPolicy(pool, { policy, maps })
    return findings[0] ?? null
  } catch (error) {
    return (error as Error).message
  }
}

function everything(words: string) {
  return { database: words, migrations: words, worker: words, broker: words }
}
