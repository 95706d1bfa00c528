/** A small oracle of one client: who there is, what they allowed, what was written. Told apart from the program's own SQL. */
import { type PurposeName, policy } from '../../policy/policy.ts'

export interface PersonModel {
  readonly id: string
  name: string
  /** Choices by purpose: consents given, objections standing. */
  readonly consents: Set<PurposeName>
  readonly objections: Set<PurposeName>
  /** The request that restricts them now. */
  restrictedBy: string | null
  erased: boolean
}

export interface MessageModel {
  readonly id: string
  readonly ticket: string
  readonly author: string
}

export interface TicketModel {
  readonly id: string
  readonly openedBy: string
}

export interface World {
  readonly accountId: string
  readonly people: PersonModel[]
  readonly tickets: TicketModel[]
  readonly messages: MessageModel[]
  /** Claims that stand, by id: on one person, or on the whole account. */
  readonly claims: Map<string, string | null>
  ended: boolean
}

export const purposes = Object.keys(policy.purposes) as PurposeName[]

/** Whether a purpose may use what is about this person: Articles 6(1)(a), 18 and 21, and nothing else. */
export function mayUse(purpose: PurposeName, person: PersonModel): boolean {
  const { basis, restriction } = policy.purposes[purpose]
  if (basis.kind === 'consent' && !person.consents.has(purpose)) return false
  if (person.objections.has(purpose)) return false
  return !(person.restrictedBy !== null && restriction === 'stops')
}

/** Whether a claim keeps what is about this person, or where nobody is named all of the account, from ending. */
export function isClaimed({ claims }: World, personId: string | null): boolean {
  return [...claims.values()].some((one) => one === null || personId === null || one === personId)
}

/** The ids that a purpose must see in each table, sorted. */
export function expected(world: World, purpose: PurposeName) {
  const seen = new Set(world.people.filter((person) => mayUse(purpose, person)).map(({ id }) => id))
  return {
    person: [...seen].sort(),
    ticket: world.tickets
      .filter(({ openedBy }) => seen.has(openedBy))
      .map(({ id }) => id)
      .sort(),
    message: world.messages
      .filter(({ author }) => seen.has(author))
      .map(({ id }) => id)
      .sort(),
  }
}

/** The same client at this moment, which later changes leave alone. */
export function copyOf(world: World): World {
  return {
    ...world,
    people: world.people.map((one) => ({
      ...one,
      consents: new Set(one.consents),
      objections: new Set(one.objections),
    })),
    tickets: [...world.tickets],
    messages: [...world.messages],
    claims: new Map(world.claims),
  }
}
