/** The data protection officer whom the provider has named (Art. 37 GDPR), as everybody is told of them. */
import { z } from 'zod'

export const officerColumns = ['officer_name', 'officer_email', 'officer_phone'] as const

export const officerView = z.object({ name: z.string().nullable(), email: z.string(), phone: z.string().nullable() })
export type Officer = z.output<typeof officerView>

export interface OfficerRow {
  readonly officer_name: string | null
  readonly officer_email: string | null
  readonly officer_phone: string | null
}

/** Null: nobody was named. */
export function officerOf({
  officer_name: name,
  officer_email: email,
  officer_phone: phone,
}: OfficerRow): Officer | null {
  return email === null ? null : { name, email, phone }
}

/** "Ana Pop, dpo@example.com, +40 21 555 0101" */
export function officerLine({ name, email, phone }: Officer): string {
  return [name, email, phone].filter((part) => part !== null).join(', ')
}
