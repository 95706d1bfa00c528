/** The fields of a page's forms, and whether the reason for asking stands beside each: read from the HTML as it is sent. */

export interface FormField {
  readonly name: string
  /** 'text', 'email', 'hidden', 'textarea', ... */
  readonly type: string
  /** Tied to words that lead to a clause of the policy, its own or words that it shares with its neighbours. */
  readonly isExplained: boolean
}

export function formFields(html: string): FormField[] {
  return [...html.matchAll(/<(input|select|textarea)\b[^>]*>/g)].map(([tag, element]) => ({
    name: attribute(tag, 'name'),
    type: element === 'input' ? attribute(tag, 'type') || 'text' : String(element),
    isExplained: attribute(tag, 'aria-describedby')
      .split(' ')
      .some((id) => leadsToPolicy(html, id)),
  }))
}

/** How far the words of a reason reach in the HTML. */
const reach = 2000

function leadsToPolicy(html: string, id: string): boolean {
  if (id === '' || /-(hint|error)$/.test(id)) return false
  const at = html.indexOf(`id="${id}"`)
  return at >= 0 && /\/policy#p\d+/.test(html.slice(at, at + reach))
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
}
