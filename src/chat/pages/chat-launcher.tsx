import { getLocale, m } from '../../platform/language/words.ts'
import { Icon } from '../../ui/shell/icon.tsx'

/**
 * The chat as a window at the edge of every public page, without any script of that page: it is loaded when it is opened,
 * and nothing of it, no cookie either, before.
 */
export function ChatLauncher({ isOngoing }: { isOngoing: boolean }) {
  return (
    <details className="chat-launcher print:hidden">
      <summary>
        <Icon name="talk" />
        <span className="chat-open">{isOngoing ? m.chat_go_on() : m.chat_title()}</span>
        <span className="chat-close">{m.chat_close()}</span>
      </summary>
      <iframe src={`/${getLocale()}/chat`} title={m.chat_title()} loading="lazy" />
    </details>
  )
}
