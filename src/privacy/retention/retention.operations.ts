import type { AnyOperation } from '../operation/operation.ts'
import { endRetentionBatch } from './end-batch.ts'
import { endRetentionParts } from './end-parts.ts'
import { listRetention } from './list-retention.ts'
import { releaseHold } from './release-hold.ts'
import { removeFiles } from './remove-files.ts'
import { setHold } from './set-hold.ts'
import { startRetention } from './start-retention.ts'
import { sweepRetention } from './sweep-retention.ts'

export const retentionOperations: readonly AnyOperation[] = [
  sweepRetention,
  endRetentionBatch,
  endRetentionParts,
  removeFiles,
  listRetention,
  startRetention,
  setHold,
  releaseHold,
] as const
