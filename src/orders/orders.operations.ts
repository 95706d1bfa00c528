/** Every operation of orders. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { listServices } from './service/list-services.ts'
import { publishService } from './service/publish-service.ts'
import { retireService } from './service/retire-service.ts'
import { saveService } from './service/save-service.ts'
import { showService } from './service/show-service.ts'

export const ordersOperations: readonly AnyOperation[] = [
  listServices,
  showService,
  saveService,
  publishService,
  retireService,
]
