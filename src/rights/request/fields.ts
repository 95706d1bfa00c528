/** Shapes of what people type when they ask about their data. */
import { z } from 'zod'
import type { PurposeName } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import { hasPersonalNumber } from '../../privacy/personal-number/cnp.ts'
import { objectable, requestKinds, withdrawable } from './request.rules.ts'

export const kindField = z.enum(requestKinds)
const limitable = [...new Set([...objectable, ...withdrawable])] as [PurposeName, ...PurposeName[]]
export const purposeField = z.enum(limitable)

/** Words of a person or about them. A personal number is never needed here and is not taken. */
export const wordsField = z
  .string()
  .trim()
  .max(4000)
  .refine((words) => !hasPersonalNumber(words), { error: () => m.rights_expect_no_personal_number() })

export const languageField = z.enum(['ro', 'en'])
export const linkField = z.string().max(200)
export const codeField = z.string().trim().max(40)
