import { z } from 'zod'

/** The token of a conversation's link. Any text may be tried: what is no good token is not found, and nothing else is said. */
export const linkToken = z.string().max(200)
