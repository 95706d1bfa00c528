/** Every data map of the product. One line each. */
import { auditEntryData, auditHeadData, auditInboxData } from '../privacy/audit/audit.data.ts'
import { accountKeyData } from '../privacy/keys/account-key.data.ts'
import type { AnyDataMap } from '../privacy/map/data-map.ts'

export const maps: readonly AnyDataMap[] = [auditInboxData, auditEntryData, auditHeadData, accountKeyData]
