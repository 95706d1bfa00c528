import type { AnyOperation } from '../privacy/operation/operation.ts'
import { contestFraudSignal, decideFraudSignal } from './decide-signal.ts'
import { listFraudSignals } from './list-signals.ts'
import { ownFraudSignals } from './own-signals.ts'

export const fraudOperations: readonly AnyOperation[] = [
  listFraudSignals,
  decideFraudSignal,
  ownFraudSignals,
  contestFraudSignal,
] as const
