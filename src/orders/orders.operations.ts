/** Every operation of orders. One line each. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { acceptOrder } from './order/accept-order.ts'
import { askAgain } from './order/ask-again.ts'
import { cancelOrder } from './order/cancel-order.ts'
import { confirmOrder } from './order/confirm-order.ts'
import { declineOrder } from './order/decline-order.ts'
import { deliverOrder } from './order/deliver-order.ts'
import { giveFeedback } from './order/give-feedback.ts'
import { listOrders } from './order/list-orders.ts'
import { noteAccess } from './order/note-access.ts'
import { orderForm } from './order/order-form.ts'
import { placeOrder } from './order/place-order.ts'
import { queueOrders } from './order/queue-orders.ts'
import { showOrder } from './order/show-order.ts'
import { startWork } from './order/start-work.ts'
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
  orderForm,
  placeOrder,
  listOrders,
  showOrder,
  queueOrders,
  acceptOrder,
  declineOrder,
  askAgain,
  noteAccess,
  startWork,
  deliverOrder,
  confirmOrder,
  cancelOrder,
  giveFeedback,
] as const
