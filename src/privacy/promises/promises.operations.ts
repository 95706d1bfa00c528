import type { AnyOperation } from '../operation/operation.ts'
import { checkPromise } from './check-promise.ts'
import { countPromises } from './count-promises.ts'
import { listPromises } from './list-promises.ts'
import { recheckPromises } from './recheck-promises.ts'
import { sweepPromises } from './sweep-promises.ts'

export const promisesOperations: readonly AnyOperation[] = [
  checkPromise,
  sweepPromises,
  recheckPromises,
  listPromises,
  countPromises,
] as const
