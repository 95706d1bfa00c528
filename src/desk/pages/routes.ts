import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const deskPages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
