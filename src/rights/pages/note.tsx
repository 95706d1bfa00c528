import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Search } from '../../ui/form/search.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import type { findAsker, noteRequest } from '../desk/note-request.ts'
import type { requestOptions } from '../request/request-options.ts'
import type { Route } from './+types/note.ts'
import { textIn } from './by-field.tsx'
import { NoteForm } from './note-form.tsx'
import { todayIn } from './request-words.ts'

const here = '/staff/rights/note'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, locale } = visit(context)
  const asked = new URL(request.url).searchParams
  const q = (asked.get('q') ?? '').trim().slice(0, 200)
  const [options, { people }] = await Promise.all([
    call<typeof requestOptions>('request.options', { language: locale }),
    q.length >= 2 ? call<typeof findAsker>('request.find_asker', { words: q }) : { people: [] },
  ])
  const person = people.find((one) => one.personId === asked.get('person')) ?? null
  return { q, people, person, isNew: asked.has('new'), options, today: todayIn() }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const day = textIn(form, 'receivedAt')
  const known = textIn(form, 'personId')
  const purpose = textIn(form, 'purpose')
  return answerForm(
    form,
    async () => {
      const { caseId } = await visit(context).call<typeof noteRequest>('request.note', {
        person: known
          ? { accountId: textIn(form, 'accountId'), personId: known }
          : { name: textIn(form, 'name'), email: textIn(form, 'email') },
        kind: textIn(form, 'kind') as 'access',
        ...(purpose ? { purpose: purpose as 'updates' } : {}),
        words: textIn(form, 'words'),
        route: textIn(form, 'route') as 'phone',
        language: textIn(form, 'language') as 'ro',
        receivedAt: momentOf(day),
      })
      throw redirect(`/staff/rights/${caseId}?done=noted`)
    },
    { rename: { 'person.name': 'name', 'person.email': 'email' } },
  )
}

/** The day alone counts. Of today it is now, as nothing comes in the future; of another day its noon. */
function momentOf(day: string): string {
  return day === todayIn() ? new Date().toISOString() : `${day}T12:00:00+02:00`
}

export default function Note({ loaderData, actionData }: Route.ComponentProps) {
  const { q, people, person, isNew, options, today } = loaderData
  return (
    <Page>
      <PageHeader title={m.rights_note_title()} trail={[{ to: '/staff/rights', words: m.rights_staff_title() }]} />
      <p className="mb-6 max-w-prose">{m.rights_note_lead()}</p>
      {person || isNew ? (
        <NoteForm person={person} options={options} today={today} answer={actionData} />
      ) : (
        <>
          <Search label={m.rights_note_find()} q={q} />
          {q.length >= 2 && (
            <ul className="mt-6 border-t border-line">
              {people.map((one) => (
                <li
                  key={one.personId}
                  className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line py-2.5"
                >
                  <span className="min-w-0 break-words">
                    <span className="font-medium">{one.name}</span>, {one.accountName}
                    <span className="block text-small text-quiet">
                      {one.email ?? m.rights_case_no_email()}
                      {one.capacity === 'processor' && ` · ${m.rights_case_processor()}`}
                    </span>
                  </span>
                  <LinkButton
                    look="quiet"
                    small
                    to={`${here}?q=${encodeURIComponent(q)}&person=${one.personId}`}
                    aria-label={`${m.rights_note_choose()}: ${one.name}, ${one.accountName}`}
                  >
                    {m.rights_note_choose()}
                  </LinkButton>
                </li>
              ))}
            </ul>
          )}
          {q.length >= 2 && people.length === 0 && <EmptyState>{m.rights_note_nobody()}</EmptyState>}
          <p className="mt-6">
            <LinkButton look="quiet" to={`${here}?new`}>
              {m.rights_note_new()}
            </LinkButton>
          </p>
        </>
      )}
    </Page>
  )
}
