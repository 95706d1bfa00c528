import { data, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { type NamedFile, sendWithFiles } from '../../platform/http/message-form.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import { type Visit, visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { attachToConversation } from '../../site/contact/attach-to-conversation.ts'
import type { endConversationLink } from '../../site/contact/end-conversation-link.ts'
import type { leaveConversationAddress } from '../../site/contact/leave-address.ts'
import type { replyToConversation } from '../../site/contact/reply-to-conversation.ts'
import type { showConversation } from '../../site/contact/show-conversation.ts'
import { useAnswer } from '../../ui/form/use-answer.ts'
import { framedPage, livePage } from '../../ui/live-page.ts'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import type { askChat } from '../ask-chat.ts'
import { chatCookies, chatToken, endedChat } from '../chat-cookie.ts'
import type { startChat } from '../start-chat.ts'
import type { Route } from './+types/chat.ts'
import { ChatInstead } from './chat-instead.tsx'
import { ChatStart } from './chat-start.tsx'
import { ChatTalk } from './chat-talk.tsx'
import { ChatTrouble } from './chat-trouble.tsx'
import { ChatWindow } from './chat-window.tsx'
import { inLanguage } from './here.ts'
import { useFocusKept } from './use-focus-kept.ts'

export const handle = { ...livePage, ...framedPage }

export async function loader({ context, params, request }: Route.LoaderArgs) {
  inLanguage(params.locale)
  const { call, locale, origin, provider, actor } = visit(context)
  const said = new URL(request.url).searchParams
  const asked = await call<typeof askChat>('chat.ask', { language: locale })
  const here = { ...asked, origin, provider: provider?.name ?? null, actor: actor.kind, path: `/${locale}/chat` }
  const token = actor.kind === 'visitor' ? chatToken(request.headers) : null
  const ended = said.has('ended')
  if (!token) return data({ ...here, shown: null, ended, isLost: said.has('begun') })
  const before = said.get('before') || undefined
  try {
    const shown = await call<typeof showConversation>('conversation.show', { token, before })
    return data({ ...here, shown: { ...shown, isNewest: !before }, ended, isLost: false })
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    // An address that asks for what cannot be, as a link from elsewhere may, takes the conversation from nobody.
    if (before) throw redirect(`/${locale}/chat`)
    // It was ended elsewhere, or erased: the browser forgets it, and somebody may begin anew.
    return data(
      { ...here, shown: null, ended: true, isLost: false },
      { headers: cookies([endedChat(isSecure(origin))]) },
    )
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  inLanguage(params.locale)
  const here = visit(context)
  const form = await request.formData()
  const token = chatToken(request.headers)
  const formId = typedIn(form)('formId')
  if (formId === 'start') return begin(here, form)
  if (!token) return anew(here, form)
  try {
    if (formId === 'address') return await leaveAddress(here, form, token)
    if (formId === 'end') return await leave(here, token)
    return await reply(here, form, token)
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    return anew(here, form)
  }
}

/** The conversation has ended meanwhile: the browser forgets it, and what was typed comes back in the form that begins one. */
function anew({ origin }: Visit, form: FormData) {
  const typed = typedIn(form)
  const values = { formId: 'start', message: typed('message'), email: typed('email') }
  return data({ errors: {}, values, ended: true }, { status: 409, headers: cookies([endedChat(isSecure(origin))]) })
}

async function leave({ call, locale, origin }: Visit, token: string) {
  await call<typeof endConversationLink>('conversation.end', { token })
  return redirect(`/${locale}/chat?ended`, { headers: cookies([endedChat(isSecure(origin))]) })
}

async function begin({ call, locale, origin }: Visit, form: FormData) {
  const typed = typedIn(form)
  return answerForm(form, async () => {
    const { token } = await call<typeof startChat>('chat.start', {
      name: typed('name'),
      message: typed('message'),
      language: locale,
      website: typed('website'),
      sendingId: typed('sendingId') || undefined,
      notice: typed('notice'),
      ...(typed('email').trim() ? { email: typed('email') } : {}),
    })
    return redirect(`/${locale}/chat?begun`, { headers: cookies(chatCookies(token, isSecure(origin))) })
  })
}

async function reply({ call, locale, origin }: Visit, form: FormData, token: string) {
  const takeIn = (file: NamedFile) => call<typeof attachToConversation>('conversation.attach', { token, ...file })
  return sendWithFiles(form, { takeIn, field: 'message', warn: true }, async ({ body: message, ...ready }) => {
    await call<typeof replyToConversation>('conversation.reply', { token, message, ...ready })
    return redirect(`/${locale}/chat`, { headers: cookies(chatCookies(token, isSecure(origin))) })
  })
}

async function leaveAddress({ call, locale }: Visit, form: FormData, token: string) {
  return answerForm(form, async () => {
    const email = typedIn(form)('email')
    await call<typeof leaveConversationAddress>('conversation.leave_address', { token, email })
    return redirect(`/${locale}/chat`)
  })
}

const isSecure = (origin: string) => origin.startsWith('https:')

function cookies(lines: readonly string[]): Headers {
  return new Headers(lines.map((line) => ['set-cookie', line]))
}

/** An error stays inside the window, which would show nothing of a page that refuses to be framed. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <ChatTrouble error={error} />
}

export default function ChatPage({ loaderData, actionData }: Route.ComponentProps) {
  const { origin, provider, actor, shown, ended, isLost, isSomebodyThere, path } = loaderData
  const answer = useAnswer(actionData && 'errors' in actionData ? actionData : undefined)
  // The page is not read anew after what was refused, and still holds the conversation.
  const isOver = answer !== undefined && 'ended' in answer
  useFocusKept(shown && !isOver ? `${shown.number} ${shown.hasAddress}` : 'start')
  return (
    <ChatWindow provider={provider ?? 'Zavor'} isSomebodyThere={isSomebodyThere}>
      <PublicHead title={m.chat_title()} description={m.chat_description()} origin={origin} path="/chat" />
      {provider === null || actor !== 'visitor' ? (
        <ChatInstead actor={provider === null ? null : actor} />
      ) : shown && !isOver ? (
        <ChatTalk shown={shown} asked={loaderData} path={path} answer={answer} />
      ) : (
        <ChatStart asked={loaderData} answer={answer} ended={ended || isOver} isLost={isLost} />
      )}
    </ChatWindow>
  )
}
