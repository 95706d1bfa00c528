import { m } from '../../platform/language/words.ts'
import type { Choice } from '../../ui/form/select.tsx'

const member: Record<string, [() => string, () => string]> = {
  owner: [m.identity_role_owner, m.identity_role_owner_words],
  billing: [m.identity_role_billing, m.identity_role_billing_words],
  technical: [m.identity_role_technical, m.identity_role_technical_words],
}
const staff: Record<string, [() => string, () => string]> = {
  owner: [m.identity_staff_role_owner, m.identity_staff_role_owner_words],
  technician: [m.identity_staff_role_technician, m.identity_staff_role_technician_words],
  sales: [m.identity_staff_role_sales, m.identity_staff_role_sales_words],
  billing: [m.identity_staff_role_billing, m.identity_staff_role_billing_words],
  privacy: [m.identity_staff_role_privacy, m.identity_staff_role_privacy_words],
}

export function memberRoleChoices(): Choice[] {
  return Object.entries(member).map(([value, [label, hint]]) => ({ value, label: label(), hint: hint() }))
}

export function staffRoleChoices(): Choice[] {
  return Object.entries(staff).map(([value, [label, hint]]) => ({ value, label: label(), hint: hint() }))
}

/** "titular, tehnic" */
export function roleNames(kind: 'member' | 'staff', roles: readonly string[]): string {
  const words = kind === 'member' ? member : staff
  return roles.map((role) => words[role]?.[0]() ?? role).join(', ')
}
