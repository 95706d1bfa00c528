import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const identityPages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
