import { useEffect, useRef } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import type { MessageAnswer } from '../../platform/http/message-form.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Lost } from '../../ui/live/lost.tsx'
import { useNews } from '../../ui/live/use-news.ts'
import { Conversation, Message } from '../../ui/talk/message.tsx'
import { useSeen } from '../../ui/talk/use-seen.ts'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import { ChatMore } from './chat-more.tsx'
import { ChatReply } from './chat-reply.tsx'

interface Said {
  readonly id: string
  readonly mine: boolean
  readonly by: string | null
  readonly at: Date
  readonly body: string
  readonly files: readonly { readonly id: string; readonly name: string; readonly sizeBytes: number }[]
}

interface ChatTalkProps {
  shown: {
    readonly number: number
    readonly messages: readonly Said[]
    readonly earlier: string | null
    readonly isNewest: boolean
    readonly hasAddress: boolean
    readonly privacyEmail: string
    readonly status: string
  }
  asked: {
    readonly isSomebodyThere: boolean
    readonly sendingId: string
    readonly notices: Readonly<Record<'message' | 'email', NoticeWords>>
  }
  /** Of this page, without its query. */
  path: string
  answer: (FormAnswer & Partial<MessageAnswer>) | undefined
}

/** The conversation: what was said, where to write on, and what else can be done with it. */
export function ChatTalk({ shown, asked, path, answer }: ChatTalkProps) {
  const { messages, earlier, isNewest } = shown
  const line = useNews('/news/chat', 10)
  const talk = useRef<HTMLDivElement>(null)
  const last = messages.at(-1)
  useAtEnd(talk, last?.id)
  useOnWriting(last?.mine ? last.id : undefined)
  const newest = useSeen(messages.findLast((one) => !one.mine)?.id, `/${getLocale()}/chat/seen`)
  const formId = answer?.values.formId
  return (
    <>
      <div ref={talk} className="min-h-0 grow overflow-y-auto low:overflow-visible p-4">
        {earlier && (
          <p className="mb-3">
            <TextLink to={`?before=${earlier}`}>{m.site_conversation_earlier()}</TextLink>
          </p>
        )}
        <Conversation live={isNewest}>
          {messages.map((one) => (
            <Message
              key={one.id}
              id={`m-${one.id}`}
              author={one.mine ? m.site_conversation_you() : (one.by ?? m.site_conversation_team())}
              side={one.mine ? 'client' : 'staff'}
              at={one.at}
              files={one.files.map(({ id, name, sizeBytes }) => ({
                to: `${path}/files/${id}`,
                name,
                bytes: sizeBytes,
              }))}
            >
              {one.body}
            </Message>
          ))}
        </Conversation>
        <Waiting shown={shown} isSomebodyThere={asked.isSomebodyThere} />
        <div ref={newest} />
      </div>
      <div className="px-4">
        <Lost state={line} />
      </div>
      {isNewest ? (
        <ChatReply
          number={shown.number}
          sendingId={asked.sendingId}
          answer={formId === 'reply' ? answer : undefined}
          notice={asked.notices.message}
        />
      ) : (
        <p className="border-t border-line p-4">
          <TextLink to={path}>{m.chat_to_newest()}</TextLink>
        </p>
      )}
      <ChatMore
        hasAddress={shown.hasAddress}
        privacyEmail={shown.privacyEmail}
        notice={asked.notices.email}
        answer={formId === 'address' ? answer : undefined}
      />
    </>
  )
}

/** What happens next, where the last word is the visitor's own. */
function Waiting({ shown, isSomebodyThere }: { shown: ChatTalkProps['shown']; isSomebodyThere: boolean }) {
  const last = shown.messages.at(-1)
  if (!shown.isNewest || !last?.mine) return null
  const words = isSomebodyThere
    ? m.chat_received()
    : shown.hasAddress
      ? m.chat_received_letter()
      : m.chat_received_here()
  return (
    <p role="status" className="mt-3 pl-4 text-small text-quiet">
      {words}
    </p>
  )
}

/** Keeps the end in view while somebody is there; who has scrolled back to read stays where they are. */
function useAtEnd(talk: React.RefObject<HTMLElement | null>, lastId: string | undefined): void {
  const shownLast = useRef<string | undefined>(undefined)
  useEffect(() => {
    const own = talk.current
    // In a low window the whole page scrolls.
    const box = own && getComputedStyle(own).overflowY === 'visible' ? document.scrollingElement : own
    if (!box || shownLast.current === lastId) return
    const wasAtEnd = shownLast.current === undefined || box.scrollHeight - box.scrollTop - box.clientHeight < 240
    shownLast.current = lastId
    if (wasAtEnd) box.scrollTop = box.scrollHeight
  }, [talk, lastId])
}

/** Whoever sent a message by the button, which was not to be pressed twice and so lost the focus, writes on in the field. */
function useOnWriting(ownLastId: string | undefined): void {
  const known = useRef(ownLastId)
  useEffect(() => {
    if (known.current === ownLastId) return
    known.current = ownLastId
    if (ownLastId === undefined || !document.hasFocus() || document.activeElement !== document.body) return
    document.querySelector<HTMLElement>('#reply textarea')?.focus({ preventScroll: true })
  }, [ownLastId])
}
