import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'

/** For whom the chat is not: clients have their tickets, the staff the other side; a desk that is not set up has nobody. */
export function ChatInstead({ actor }: { actor: 'member' | 'staff' | 'visitor' | 'system' | null }) {
  if (actor === null) {
    return (
      <div className="p-4">
        <EmptyState>{m.chat_not_yet()}</EmptyState>
      </div>
    )
  }
  const isStaff = actor === 'staff'
  return (
    <div className="p-4">
      <EmptyState
        action={
          <LinkButton to={isStaff ? '/staff/inbox/chat' : '/desk/tickets/new'} target="_top">
            {isStaff ? m.chat_to_queue() : m.chat_to_ticket()}
          </LinkButton>
        }
      >
        {isStaff ? m.chat_for_staff() : m.chat_for_member()}
      </EmptyState>
    </div>
  )
}
