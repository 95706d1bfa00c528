/** Every data map of the registers. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { processorData } from './processors/processor.data.ts'
import { recipientStepData } from './processors/recipient-step.data.ts'
import { transferGroundData } from './processors/transfer-ground.data.ts'

export const registersMaps: readonly AnyDataMap[] = [transferGroundData, processorData, recipientStepData]
