import { getLocale, m } from '../../platform/language/words.ts'
import { Icon } from '../../ui/shell/icon.tsx'

/**
 * The chat as a window at the edge of every public page, without any script of that page: it is loaded when it is opened,
 * and nothing of it, no cookie either, before. An `<iframe loading="lazy">` would be loaded at once by a browser that runs no
 * script; an object that is not drawn is loaded by none (HTML, 4.8.7).
 */
export function ChatLauncher({ isOngoing }: { isOngoing: boolean }) {
  const page = `/${getLocale()}/chat`
  return (
    <aside aria-label={m.chat_title()} className="print:hidden">
      <details className="chat-launcher">
        <summary>
          <Icon name="talk" />
          <span className="chat-open">{isOngoing ? m.chat_go_on() : m.chat_title()}</span>
          <span className="chat-close">{m.chat_close()}</span>
        </summary>
        <object data={page} type="text/html" aria-label={m.chat_title()}>
          <a href={page} className="link">
            {m.chat_title()}
          </a>
        </object>
      </details>
    </aside>
  )
}
