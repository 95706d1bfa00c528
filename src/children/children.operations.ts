import type { AnyOperation } from '../privacy/operation/operation.ts'
import { askChildReport } from './ask-report.ts'
import { leaveReport, removeChild } from './decide-report.ts'
import { followChildReport } from './follow-report.ts'
import { countChildReports, listChildReports } from './list-reports.ts'
import { makeChildReport } from './make-report.ts'
import { remindOfChildReports } from './remind-of-reports.ts'
import { sendChildReceipt } from './send-receipt.ts'
import { showChildReport } from './show-report.ts'

export const childrenOperations: readonly AnyOperation[] = [
  askChildReport,
  makeChildReport,
  followChildReport,
  countChildReports,
  listChildReports,
  showChildReport,
  removeChild,
  leaveReport,
  remindOfChildReports,
  sendChildReceipt,
] as const
