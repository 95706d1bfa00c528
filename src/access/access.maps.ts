/** Every table of access. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { depositData } from './deposit/deposit.data.ts'
import { accessRuleData } from './lease/access-rule.data.ts'
import { leaseData } from './lease/lease.data.ts'
import { revealData } from './lease/reveal.data.ts'
import { secretRequestData } from './request/secret-request.data.ts'
import { secretRequestItemData } from './request/secret-request-item.data.ts'
import { targetData } from './target/target.data.ts'

export const accessMaps: readonly AnyDataMap[] = [
  accessRuleData,
  targetData,
  secretRequestData,
  secretRequestItemData,
  depositData,
  leaseData,
  revealData,
]
