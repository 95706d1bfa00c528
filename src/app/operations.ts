/** Every operation of the product. One line each. */
import { ordersOperations } from '../orders/orders.operations.ts'
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { promisesOperations } from '../privacy/promises/promises.operations.ts'

export const operations: readonly AnyOperation[] = [...ordersOperations, ...promisesOperations]
