import { m } from '../../platform/language/words.ts'
import { StateWord } from '../../ui/text/state-word.tsx'
import { When } from '../../ui/text/when.tsx'
import { ActButton } from './act-button.tsx'

interface Session {
  readonly id: string
  readonly browser: string | null
  readonly system: string | null
  readonly since: Date
  readonly until: Date
  readonly isThis: boolean
}

/** Browsers that are signed in now. Where they are is not known: addresses are not kept. */
export function Sessions({ sessions }: { sessions: readonly Session[] }) {
  return (
    <div className="grid gap-4">
      <ul className="border-t border-line">
        {sessions.map((session) => {
          const name = [session.browser, session.system].filter(Boolean).join(', ') || m.identity_browser_unknown()
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line py-2.5">
              <span className="min-w-0 grow break-words">{name}</span>
              <span className="text-small text-quiet">
                {m.identity_signed_in()} <When at={session.since} />
              </span>
              {session.isThis ? (
                <StateWord tone="live">{m.identity_this_browser()}</StateWord>
              ) : (
                <ActButton formId="session_end" id={session.id} look="danger" about={name}>
                  {m.identity_end()}
                </ActButton>
              )}
            </li>
          )
        })}
      </ul>
      <p className="max-w-prose text-small text-quiet">{m.identity_sessions_note()}</p>
      {sessions.length > 1 && <ActButton formId="sessions_end">{m.identity_end_others()}</ActButton>}
    </div>
  )
}
