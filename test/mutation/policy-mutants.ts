/** Every value of policy/policy.ts as another. */
import { policy } from '../../policy/policy.ts'
import { type Mutant, others, type Plain, put, said, without } from './mutant.ts'

const longer = (period: string) => period.replace(/\d+/, (digits) => `${Number(digits) + 1}`)
const shorter = (period: string) => period.replace(/\d+/, (digits) => `${Number(digits) - 1}`)

const bases = ['consent', 'contract', 'legal_obligation', 'legitimate_interests']

/** What a value of the policy may become: by its name where that has a meaning, else by its kind. */
function instead(key: string, value: unknown, path: readonly string[]): unknown[] {
  const inCookie = path[0] === 'cookies'
  if (key === 'kind') return others(inCookie ? ['necessary', 'optional'] : bases, value)
  if (key === 'objection') return others(['possible', 'marketing', 'none'], value)
  if (key === 'restriction') return others(['stops', 'stays'], value)
  if (key === 'end') return others(['delete', 'anonymise'], value)
  if (key === 'role') return others(['processor', 'controller', 'authority'], value)
  if (key === 'setBy') return others(['sign-in', 'choice', 'chat', 'consent'], value)
  if (key === 'purpose') return others(Object.keys(policy.purposes), value).slice(0, 2)
  if (key === 'country') return ['US']
  if (key === 'counted') return [undefined]
  if (key === 'recipients') {
    const list = value as string[]
    const more = Object.keys(policy.recipients).filter((name) => !list.includes(name))
    return [...list.map((one) => without(list, one)), ...more.map((one) => [...list, one])]
  }
  if (key === 'bit') return [29]
  if (typeof value === 'number') return [value + 1]
  if (typeof value === 'string' && /^P\d+[YMD]$/.test(value)) return [inCookie ? shorter(value) : longer(value)]
  return typeof value === 'string' ? [`${value} x`] : []
}

export function policyMutants(): Mutant[] {
  const found: Mutant[] = []
  const walk = (value: object, path: readonly string[]) => {
    for (const [key, inner] of Object.entries(value)) {
      const at = [...path, key]
      const isLeaf = inner === null || typeof inner !== 'object' || Array.isArray(inner)
      for (const other of isLeaf ? instead(key, inner, at) : []) {
        found.push({
          name: `${at.join('.')}: ${said(inner)} -> ${said(other)}`,
          kind: kindOf(at),
          table: null,
          apply: () => putAt(at, other),
        })
      }
      if (!isLeaf) walk(inner, at)
    }
  }
  walk(policy, [])
  for (const [name, rule] of Object.entries(policy.retention)) {
    if ('counted' in rule) continue
    const at = ['retention', name, 'counted']
    found.push({
      name: `${at.join('.')}: none -> after_financial_year`,
      kind: kindOf(at),
      table: null,
      apply: () => putAt(at, 'after_financial_year'),
    })
  }
  for (const part of lists) {
    for (const name of Object.keys(policy[part])) {
      const apply = () => putAt([part, name], undefined)
      found.push({ name: `${part}.${name}: taken out`, kind: `policy ${part}`, table: null, apply })
    }
  }
  return found
}

const lists = ['purposes', 'categories', 'retention', 'holds', 'cookies', 'recipients', 'authorities'] as const

/** "policy retention period": the name of what it is a period of left out, and the language of words. */
function kindOf(at: readonly string[]): string {
  const [part = '', ...rest] = at
  const inside = (lists as readonly string[]).includes(part) ? rest.slice(1) : rest.slice(0, 1)
  return ['policy', part, ...inside.filter((key) => key !== 'ro' && key !== 'en')].join(' ')
}

/** Replaces every object on the way, as several places share one basis. */
function putAt(path: readonly string[], value: unknown): () => void {
  const [first = '', ...rest] = path
  const set = (holder: Plain, [key = '', ...inner]: readonly string[]): Plain => {
    if (inner.length > 0) return { ...holder, [key]: set(holder[key] as Plain, inner) }
    if (value !== undefined) return { ...holder, [key]: value }
    const { [key]: _, ...left } = holder
    return left
  }
  return put(policy, first, rest.length === 0 ? value : set(policy[first as 'purposes'] as unknown as Plain, rest))
}
