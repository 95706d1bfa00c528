import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { termsNoticeData } from './terms-notice.data.ts'
import { termsVersionData } from './terms-version.data.ts'

export const termsMaps: readonly AnyDataMap[] = [termsVersionData, termsNoticeData]
