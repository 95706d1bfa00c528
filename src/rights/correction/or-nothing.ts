import { z } from 'zod'

/** Empty takes the value away. */
export const orNothing = <S extends z.ZodType<string>>(shape: S) =>
  z.union([z.literal('').transform(() => null), shape])
