/** What the supervisor and its children say to each other. */
export type ToChild =
  | { readonly kind: 'stop' }
  | { readonly kind: 'ping'; readonly id: number }
  | { readonly kind: 'health'; readonly id: number; readonly health: Health }

export type ToSupervisor =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly words: string }
  | { readonly kind: 'pong'; readonly id: number }
  | { readonly kind: 'health'; readonly id: number }

/** The parts that the supervisor can see, each with what is wrong, or null when it is well. */
export interface Health {
  readonly database: string | null
  readonly migrations: string | null
  readonly worker: string | null
  readonly broker: string | null
}
