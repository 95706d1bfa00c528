/** The queues of the staff's inbox, in the order in which they are shown. */
export const queues = ['mine', 'unassigned', 'chat', 'waiting', 'open', 'closed'] as const
export type Queue = (typeof queues)[number]

export const isQueue = (name: string): name is Queue => (queues as readonly string[]).includes(name)
