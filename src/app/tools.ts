/** The tools that operations get beside their database: one place, for the product and for its tests. */
import { join } from 'node:path'
import { policy } from '../../policy/policy.ts'
import { absentBroker, type Broker } from '../access/broker/broker.ts'
import type { BackupPlan } from '../backups/backup-plan.ts'
import { makeSignIn } from '../identity/sign-in/sign-in.ts'
import { makeLetters } from '../letters/letters.ts'
import { folderBlobs } from '../platform/files/folder-blobs.ts'
import { derivePassword } from '../platform/keys/derive.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import { smtpPost } from '../platform/mail/post.ts'
import '../privacy/erasure/erasure-tools.ts'
import { type LedgerTool, ledgerTool } from '../privacy/ledger/ledger-tool.ts'
import { fileLedger } from '../privacy/ledger/outside-ledger.ts'
import type { Handles } from '../privacy/operation/handles.ts'
import type { Tools } from '../privacy/operation/tools.ts'
import { loadContent } from '../privacy/policy/load-content.ts'
import { loadProse } from '../privacy/prose/load-prose.ts'
import '../privacy/prose/prose-tool.ts'
import { promiseTool } from '../privacy/promises/promise-tool.ts'
import { keyTools } from './key-tools.ts'
import { ledgerPath } from './ledger-path.ts'
import { maps } from './maps.ts'
import { type InspectionParts, promiseChecks, promiseGround } from './promises.ts'

export interface ToolParts {
  readonly dataFolder: string
  /** The ring `desk` of the key file: wraps the account keys. */
  readonly deskRing: KeyRing
  readonly origin: string
  /** The broker's client; without it nothing can be handed over or shown. */
  readonly broker?: Broker
  /** Mail goes out through this server; without it letters stay in the captured mailbox. */
  readonly smtpUrl?: string
  /** Whether some process of this desk sends mail, where this one does not. */
  readonly hasMailServer?: boolean
  /** Instead of the ledger outside beside the data. */
  readonly ledger?: LedgerTool
  /** When backups are made by themselves; null: only by hand. */
  readonly backupPlan?: BackupPlan | null
  /** The worker's means to rewrite what deleted rows left in the database's files. */
  readonly scrub?: () => Promise<number>
  /** The worker's means to check promises; other processes only show what was found. */
  readonly inspection?: InspectionParts
}

export async function toolsFor(parts: ToolParts): Promise<(handles: Handles) => Tools> {
  const blobs = await folderBlobs(join(parts.dataFolder, 'files'))
  const secrets = signInSecrets(parts.deskRing)
  const server = parts.smtpUrl ? smtpPost(parts.smtpUrl) : null
  const outside = fileLedger(ledgerPath(parts.dataFolder))
  const promises = promiseTool(promiseChecks, promiseGround(parts.inspection, outside, parts.backupPlan))
  const policyFolder = join(import.meta.dirname, '../../policy')
  const prose = await loadProse(policy, policyFolder)
  const runningPolicy = await loadContent(policy, maps, policyFolder)
  return (handles) => {
    const keys = keyTools(handles, parts.deskRing, blobs)
    return {
      ...keys,
      signIn: makeSignIn({ db: handles.of('identity'), secrets, origin: parts.origin, name: 'Zavor' }),
      letters: makeLetters(keys.keys, server, parts.hasMailServer ?? server !== null),
      promises,
      broker: parts.broker ?? absentBroker,
      prose,
      runningPolicy,
      // A list of these tools' own: what is remembered of it, the order of its foreign keys, is of their database.
      maps: [...maps],
      ledger: parts.ledger ?? ledgerTool(() => handles.of('rights'), outside),
      backupPlan: parts.backupPlan ?? null,
      backupPeriod: policy.retention.backup.period,
      scrub: parts.scrub ?? null,
    }
  }
}

/** The newest root signs and encrypts; the older ones still open what they closed. */
function signInSecrets(ring: KeyRing): [string, ...string[]] {
  const [newest, ...older] = ring.roots.map((root) => derivePassword(root.key, 'sign-in')).reverse()
  if (newest === undefined) throw new Error('the key file has no root for the desk')
  return [newest, ...older]
}
