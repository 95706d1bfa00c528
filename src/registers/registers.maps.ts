/** Every data map of the registers. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { breachData } from './breaches/breach.data.ts'
import { breachStepData } from './breaches/breach-step.data.ts'
import { breachToldData } from './breaches/breach-told.data.ts'
import { disclosureData } from './disclosures/disclosure.data.ts'
import { disclosureLiftingData } from './disclosures/disclosure-lifting.data.ts'
import { disclosureSubjectData } from './disclosures/disclosure-subject.data.ts'
import { disclosureToldData } from './disclosures/disclosure-told.data.ts'
import { measureData } from './measures/measure.data.ts'
import { measureCheckData } from './measures/measure-check.data.ts'
import { processorData } from './processors/processor.data.ts'
import { recipientStepData } from './processors/recipient-step.data.ts'
import { transferGroundData } from './processors/transfer-ground.data.ts'

export const registersMaps: readonly AnyDataMap[] = [
  transferGroundData,
  processorData,
  recipientStepData,
  disclosureData,
  disclosureLiftingData,
  disclosureSubjectData,
  disclosureToldData,
  measureData,
  measureCheckData,
  breachData,
  breachStepData,
  breachToldData,
]
