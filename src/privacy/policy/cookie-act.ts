/** The act at which the registry says that a cookie is set. Whoever sets one asks here, so nothing is set at another. */
import { policy } from '../../../policy/policy.ts'
import type { CookieRule, PolicyShape, Words } from './shape.ts'

export type CookieAct = CookieRule['setBy']

export function isSetBy(act: CookieAct, name: string, shape: PolicyShape = policy): boolean {
  return shape.cookies[name]?.setBy === act
}

/** As the table of cookies says it. */
export const actWords: Readonly<Record<CookieAct, Words>> = {
  'sign-in': { ro: 'la conectare', en: 'when you sign in' },
  choice: { ro: 'când alegeți', en: 'when you choose' },
  chat: { ro: 'când începeți o discuție', en: 'when you begin a chat' },
  consent: { ro: 'după ce sunteți de acord', en: 'after you agree' },
}

/** What of the registry would set a cookie otherwise than consent allows (ePrivacy Directive, Art. 5(3)). Empty: all is well. */
export function cookieFaults({ cookies }: PolicyShape): string[] {
  return Object.entries(cookies).flatMap(([name, { kind, setBy, lasts }]) => {
    const isOptional = kind === 'optional'
    return [
      ...(isOptional === (setBy === 'consent')
        ? []
        : [`policy: the cookie ${name} is ${kind}, so it cannot be set by ${setBy}: a consent sets what is optional`]),
      ...(isOptional && lasts === undefined
        ? [`policy: the optional cookie ${name} does not say how long it lasts`]
        : []),
    ]
  })
}
