import type { CapabilityPages } from '../../ui/capability-pages.ts'

export const rightsPages: CapabilityPages = {
  public: [],
  client: [],
  staff: [],
  bare: [],
}
