import type { AnyOperation } from '../privacy/operation/operation.ts'
import { addFact, listFacts, removeFact } from './facts.ts'
import { replayFactEnd, replaySwitchOff } from './replay-enrichment-end.ts'
import { showEnrichment, turnEnrichment } from './turn-enrichment.ts'

export const enrichmentOperations: readonly AnyOperation[] = [
  showEnrichment,
  turnEnrichment,
  addFact,
  removeFact,
  listFacts,
  replaySwitchOff,
  replayFactEnd,
] as const
