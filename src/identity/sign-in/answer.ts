import { z } from 'zod'

/** What every step of sign-in answers. `cookies` are `Set-Cookie` lines, for the page to pass on and nobody else. */
export const signInOutput = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('signed_in'),
    home: z.enum(['/desk', '/staff']),
    /** False for staff who must enrol a second factor first. */
    secondFactor: z.boolean(),
    cookies: z.array(z.string()),
  }),
  z.object({ outcome: z.literal('second_factor'), cookies: z.array(z.string()) }),
  z.object({ outcome: z.literal('wrong'), cookies: z.array(z.string()) }),
  z.object({ outcome: z.literal('no_place'), cookies: z.array(z.string()) }),
])
