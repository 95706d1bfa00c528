/** What a person is told of something that touched their data: kept as the proof of it, and theirs to see. */
const uses = { legal: 'add', self: 'read', rights: 'read' } as const

export const toldRule = {
  about: 'person_id',
  capacity: 'controller',
  retention: 'proof',
  clock: { at: 'told_at' },
  uses,
  end: 'delete',
} as const

/** Words that stand in it. */
export const told = {
  category: 'security_records',
  uses,
  source: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
} as const
