import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const sitePages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
