/** Every data map of the rights desk. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { correctionData } from './correction/correction.data.ts'
import { rightsAnswerData } from './request/rights-answer.data.ts'
import { rightsCaseData } from './request/rights-case.data.ts'
import { rightsCasePersonData } from './request/rights-case-person.data.ts'
import { rightsCodeData } from './request/rights-code.data.ts'
import { rightsRecipientData } from './request/rights-recipient.data.ts'
import { rightsStepData } from './request/rights-step.data.ts'

export const rightsMaps: readonly AnyDataMap[] = [
  correctionData,
  rightsCaseData,
  rightsCasePersonData,
  rightsStepData,
  rightsCodeData,
  rightsAnswerData,
  rightsRecipientData,
]
