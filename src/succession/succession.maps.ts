import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { successionAnswerData } from './answer.data.ts'
import { successionCampaignData } from './campaign.data.ts'

export const successionMaps: readonly AnyDataMap[] = [successionCampaignData, successionAnswerData]
