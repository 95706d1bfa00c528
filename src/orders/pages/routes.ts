import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const ordersPages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
