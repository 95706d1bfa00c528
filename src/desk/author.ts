import type { MemberActor, StaffActor } from '../privacy/operation/actor.ts'

/** Who does something on the desk: a person of the account, or one of the staff. */
export type Author =
  | { readonly side: 'client'; readonly personId: string }
  | { readonly side: 'staff'; readonly staffId: string }

export function authorOf(actor: MemberActor | StaffActor): Author {
  return actor.kind === 'member'
    ? { side: 'client', personId: actor.personId }
    : { side: 'staff', staffId: actor.staffId }
}

export function personIn(author: Author): string | null {
  return author.side === 'client' ? author.personId : null
}

export function staffIn(author: Author): string | null {
  return author.side === 'staff' ? author.staffId : null
}
