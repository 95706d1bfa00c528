import type { AnyOperation } from '../privacy/operation/operation.ts'
import { showLists } from './policy/show-lists.ts'
import { showPolicy } from './policy/show-policy.ts'

export const siteOperations: readonly AnyOperation[] = [showPolicy, showLists]
