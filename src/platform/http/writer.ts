import type { Actor } from '../../privacy/operation/actor.ts'

/**
 * Who saw a form when it was opened: the login, and where it acted. It stands in the form itself, which only that browser
 * holds: it keeps people from being mistaken for one another, and gives nobody any right.
 */
export function writerMark(actor: Actor): string | null {
  if (actor.kind === 'member') return `${actor.loginId}/${actor.accountId}`
  if (actor.kind === 'staff') return `${actor.loginId}/${staffPlace}`
  return null
}

const staffPlace = 'staff'

/** The same human, in whichever of their places. Anything that is no mark is nobody's. */
export function isSameHuman(one: string, other: string): boolean {
  const [login, place] = one.split('/')
  return login !== '' && place !== undefined && login === other.split('/')[0]
}

/** The account that a mark acts in; null for a place on the staff. */
export function accountOfMark(mark: string): string | null {
  const place = mark.split('/')[1] ?? staffPlace
  return place === staffPlace ? null : place
}
