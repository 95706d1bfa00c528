import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { enrichmentFactData } from './enrichment-fact.data.ts'
import { enrichmentSwitchData } from './enrichment-switch.data.ts'

export const enrichmentMaps: readonly AnyDataMap[] = [enrichmentSwitchData, enrichmentFactData]
