import { data, redirect } from 'react-router'
import { type NamedFile, sendWithFiles } from '../../platform/http/message-form.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { typedIn } from '../../platform/http/typed-in.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Button, LinkButton } from '../../ui/action/button.tsx'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { useAnswer } from '../../ui/form/use-answer.ts'
import { Lost } from '../../ui/live/lost.tsx'
import { Steady } from '../../ui/live/steady.tsx'
import { useNews } from '../../ui/live/use-news.ts'
import { livePage } from '../../ui/live-page.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { Conversation, Message } from '../../ui/talk/message.tsx'
import { useSeen } from '../../ui/talk/use-seen.ts'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord, type Tone } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import type { askContact } from '../contact/ask-contact.ts'
import type { attachToConversation } from '../contact/attach-to-conversation.ts'
import type { endConversationLink } from '../contact/end-conversation-link.ts'
import type { replyToConversation } from '../contact/reply-to-conversation.ts'
import type { showConversation } from '../contact/show-conversation.ts'
import type { Route } from './+types/conversation.ts'
import { ConversationReply } from './conversation-reply.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, origin, locale } = visit(context)
  const said = new URL(request.url).searchParams
  const just = said.has('ended') ? 'ended' : said.has('new') ? 'new' : said.has('sent') ? 'sent' : null
  try {
    const before = said.get('before') ?? undefined
    const shown = await call<typeof showConversation>('conversation.show', { token: params.token, before })
    const { sendingId, notices } = await call<typeof askContact>('contact.ask', { language: locale })
    const { token } = params
    const more = { token, place: `/${locale}/conversation/${token}`, isNewest: !before }
    return { origin, just, shown: { ...shown, ...more, sendingId, notice: notices.message } }
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    const status = just === 'ended' ? 200 : 404
    return data({ origin, just, shown: null }, { status })
  }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const { token } = params
  const form = await request.formData()
  const typed = typedIn(form)
  const here = `/${locale}/conversation/${token}`
  if (typed('formId') === 'end') {
    await call<typeof endConversationLink>('conversation.end', { token })
    throw redirect(`${here}?ended`)
  }
  const takeIn = (file: NamedFile) => call<typeof attachToConversation>('conversation.attach', { token, ...file })
  return sendWithFiles(form, { takeIn, field: 'message', warn: true }, async ({ body: message, ...ready }) => {
    await call<typeof replyToConversation>('conversation.reply', { token, message, ...ready })
    throw redirect(`${here}?sent`)
  })
}

export const handle = livePage

type Shown = NonNullable<Route.ComponentProps['loaderData']['shown']>

export default function ConversationPage({ loaderData, actionData }: Route.ComponentProps) {
  const { origin, just, shown } = loaderData
  const answer = useAnswer(actionData)
  return (
    <Page>
      <PublicHead
        title={m.site_conversation_title()}
        description={m.site_contact_description()}
        origin={origin}
        path=""
        hidden
      />
      {shown ? (
        <>
          <PageHeader
            title={m.site_conversation_number({ number: shown.number })}
            windowTitle=""
            state={<State shown={shown} />}
          />
          <Said just={just} />
          <Messages shown={shown} />
          {shown.isNewest && (
            <ConversationReply
              answer={answer}
              sendingId={shown.sendingId}
              notice={shown.notice}
              isClosed={shown.status === 'closed'}
            />
          )}
          <EndLink privacyEmail={shown.privacyEmail} />
        </>
      ) : (
        <Nothing ended={just === 'ended'} />
      )}
    </Page>
  )
}

const states: Record<Shown['status'], [Tone, () => string]> = {
  open: ['live', m.site_conversation_waiting_us],
  waiting_us: ['live', m.site_conversation_waiting_us],
  waiting_client: ['wait', m.site_conversation_waiting_you],
  closed: ['done', m.site_conversation_closed],
}

function State({ shown }: { shown: Shown }) {
  const [tone, words] = states[shown.status]
  return (
    <>
      <StateWord tone={tone}>{words()}</StateWord>
      <When at={shown.statusAt} />
    </>
  )
}

function Said({ just }: { just: string | null }) {
  if (just === 'new') {
    return (
      <div className="mb-6">
        <Notice tone="done" announce title={m.site_conversation_received()}>
          {m.site_conversation_keep()}
        </Notice>
      </div>
    )
  }
  if (just !== 'sent') return null
  return (
    <div className="mb-6">
      <Notice tone="done" announce title={m.site_conversation_sent()} />
    </div>
  )
}

function Messages({ shown }: { shown: Shown }) {
  const news = useNews(`/news/conversations/${shown.token}`, 20)
  const newest = useSeen(shown.messages.findLast((one) => !one.mine)?.id, `${shown.place}/seen`)
  return (
    <Steady>
      {shown.earlier && (
        <p className="mb-4">
          <TextLink to={`?before=${shown.earlier}`}>{m.site_conversation_earlier()}</TextLink>
        </p>
      )}
      <Conversation live={shown.isNewest}>
        {shown.messages.map((message) => (
          <Message
            key={message.id}
            id={`m-${message.id}`}
            author={message.mine ? m.site_conversation_you() : (message.by ?? m.site_conversation_team())}
            side={message.mine ? 'client' : 'staff'}
            at={message.at}
            files={message.files.map(({ id, name, sizeBytes }) => ({
              to: `${shown.place}/files/${id}`,
              name,
              bytes: sizeBytes,
            }))}
          >
            {message.body}
          </Message>
        ))}
      </Conversation>
      <div ref={newest} />
      <Lost state={news} />
    </Steady>
  )
}

function EndLink({ privacyEmail }: { privacyEmail: string }) {
  return (
    <Section title={m.site_conversation_end()}>
      <p className="max-w-prose text-quiet">{m.site_conversation_end_text({ email: privacyEmail })}</p>
      <Form id="end" className="mt-3">
        <Button look="danger" small>
          {m.site_conversation_end()}
        </Button>
      </Form>
    </Section>
  )
}

function Nothing({ ended }: { ended: boolean }) {
  return (
    <>
      <PageHeader title={ended ? m.site_conversation_ended() : m.site_conversation_title()} windowTitle="" />
      <EmptyState action={<LinkButton to={`/${getLocale()}/contact`}>{m.site_contact_title()}</LinkButton>}>
        {ended ? m.site_conversation_ended_text() : m.site_conversation_none_here()}
      </EmptyState>
    </>
  )
}
