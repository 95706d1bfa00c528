import type { AnyOperation } from '../privacy/operation/operation.ts'
import { decideCaseStudy, ownCaseStudies } from './decide-study.ts'
import { replayApprovalEnd } from './replay-approval-end.ts'
import { caseStudiesOfClient, listCaseStudies, showCaseStudy } from './show-studies.ts'
import { askApproval, dropCaseStudy, writeCaseStudy } from './write-study.ts'

export const caseStudyOperations: readonly AnyOperation[] = [
  writeCaseStudy,
  dropCaseStudy,
  askApproval,
  ownCaseStudies,
  decideCaseStudy,
  listCaseStudies,
  showCaseStudy,
  caseStudiesOfClient,
  replayApprovalEnd,
] as const
