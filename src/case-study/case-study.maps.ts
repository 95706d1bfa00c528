import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { caseStudyApprovalData } from './approval.data.ts'
import { caseStudyData } from './case-study.data.ts'

export const caseStudyMaps: readonly AnyDataMap[] = [caseStudyData, caseStudyApprovalData]
