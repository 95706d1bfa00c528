import { z } from 'zod'

/** A text of the policy or of a data map, in every language of the product: the page chooses. */
export const words = z.object({ ro: z.string(), en: z.string() })
