/**
 * What a read says of itself where the question alone tells whose data it touches (`concerns`). Its body asks the same, so
 * that it reads of nobody but whom the log names.
 */
import type { MemberActor, StaffActor } from './actor.ts'
import type { Concern } from './operation.ts'

/** Who asks, in the account that they ask from. */
export const whoAsks = ({ actor }: { actor: MemberActor }): Concern => ({
  accountId: actor.accountId,
  personIds: [actor.personId],
})

/** The account that they ask from. */
export const accountOfAsker = ({ actor }: { actor: MemberActor }): Concern => ({ accountId: actor.accountId })

/** The account of who asks; staff name one, or none for all. */
export const accountAsked = ({
  actor,
  input,
}: {
  actor: MemberActor | StaffActor
  input: { accountId?: string | undefined }
}) => ({ accountId: actor.kind === 'member' ? actor.accountId : (input.accountId ?? null) })
