export const enrichmentFields = ['website', 'industry', 'size', 'registration', 'address', 'role', 'other'] as const
export type EnrichmentField = (typeof enrichmentFields)[number]
