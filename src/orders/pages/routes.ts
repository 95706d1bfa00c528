import { index, route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const ordersPages: CapabilityPages = {
  client: [
    index('orders/pages/home.tsx'),
    route('services', 'orders/pages/services.tsx'),
    route('services/:service', 'orders/pages/service.tsx'),
    route('orders', 'orders/pages/orders.tsx'),
    route('orders/:orderId', 'orders/pages/order.tsx'),
    route('orders/:orderId/cancel', 'orders/pages/cancel.tsx'),
  ],
  staff: [
    route('orders', 'orders/pages/staff-orders.tsx'),
    route('orders/:orderId', 'orders/pages/staff-order.tsx'),
    route('orders/:orderId/decline', 'orders/pages/decline.tsx'),
    route('services', 'orders/pages/staff-services.tsx'),
    route('services/new', 'orders/pages/new-service.tsx'),
    route('services/:service', 'orders/pages/edit-service.tsx'),
  ],
}
