import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const accessPages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
