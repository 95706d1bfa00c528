/** Checks of what the kernel itself keeps. The app adds those of the capabilities. */
import type { PromiseCheck } from './check.ts'
import { grantsEqualPolicy, legalApart, noBaseReading, noBirthDate, plainRoles } from './checks/catalogue-checks.ts'
import { consentsInTime, noOldConsent, textKept } from './checks/consent-checks.ts'
import { erasuresLogged, nothingLeft } from './checks/erasure-checks.ts'
import {
  capacity,
  everyTable,
  mapComplete,
  nothingAdded,
  oneBasis,
  pseudonymsOnly,
  recipientsPublished,
  transferGrounds,
} from './checks/map-checks.ts'
import { ledgersOnlyGrow, limitsWork, noneAssumed, noOwnEnds, updatesByChoice } from './checks/person-checks.ts'
import { logWhole, refusedInText } from './checks/program-checks.ts'
import { dueIsKnown, nothingOverdue } from './checks/retention-checks.ts'
import { noAddressKept, noneStored } from './checks/scan-checks.ts'

export const kernelChecks: readonly PromiseCheck[] = [
  capacity,
  noneStored,
  refusedInText,
  mapComplete,
  nothingAdded,
  noAddressKept,
  pseudonymsOnly,
  updatesByChoice,
  legalApart,
  recipientsPublished,
  grantsEqualPolicy,
  oneBasis,
  plainRoles,
  noBaseReading,
  logWhole,
  everyTable,
  dueIsKnown,
  nothingOverdue,
  nothingLeft,
  erasuresLogged,
  limitsWork,
  noOwnEnds,
  noneAssumed,
  ledgersOnlyGrow,
  consentsInTime,
  textKept,
  noOldConsent,
  noBirthDate,
  transferGrounds,
]
