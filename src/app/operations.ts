/** Every operation of the product. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'

export const operations: readonly AnyOperation[] = []
