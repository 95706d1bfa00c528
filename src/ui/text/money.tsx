import { money } from '../../platform/language/format.ts'

/** An amount from whole minor units (bani, cents) and its ISO 4217 currency. */
export function Money({ minor, currency }: { minor: number | string; currency: string }) {
  return <span className="tabular whitespace-nowrap">{money(minor, currency)}</span>
}
