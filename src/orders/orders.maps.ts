/** Every table of orders. One line each. */
import type { AnyDataMap } from '../privacy/map/data-map.ts'
import { checklistItemData } from './order/checklist-item.data.ts'
import { deliveryData } from './order/delivery.data.ts'
import { feedbackData } from './order/feedback.data.ts'
import { orderData } from './order/order.data.ts'
import { orderAnswerData } from './order/order-answer.data.ts'
import { orderEventData } from './order/order-event.data.ts'
import { serviceData } from './service/service.data.ts'

export const ordersMaps: readonly AnyDataMap[] = [
  serviceData,
  orderData,
  orderAnswerData,
  checklistItemData,
  orderEventData,
  deliveryData,
  feedbackData,
]
