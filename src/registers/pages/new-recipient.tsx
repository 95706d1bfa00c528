import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { listRecipients } from '../processors/list-recipients.ts'
import type { addProcessor } from '../processors/save-processor.ts'
import type { Route } from './+types/new-recipient.ts'
import { entryChoices } from './entry-choices.ts'
import { EntryForm, entryFrom } from './entry-form.tsx'

export async function loader({ context, request }: Route.LoaderArgs) {
  const { call, locale } = visit(context)
  const { roles, grounds } = await call<typeof listRecipients>('processor.list', {})
  const wanted = new URL(request.url).searchParams.get('recipient')
  const role = wanted === null ? undefined : roles.find(({ recipient }) => recipient === wanted)
  if (wanted !== null && !role) throw nothingHere()
  return {
    roles: roles.map(({ recipient, words }) => ({ recipient, words })),
    role: role ? { recipient: role.recipient, words: role.words, country: role.country } : null,
    choices: entryChoices(role?.purposes ?? [], grounds, locale),
  }
}

export async function action({ context, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  return answerForm(form, async () => {
    const { processorId } = await call<typeof addProcessor>('processor.add', entryFrom(form))
    throw redirect(`/staff/registers/recipients/${processorId}?done=entered`)
  })
}

export default function NewRecipient({ loaderData: { roles, role, choices }, actionData }: Route.ComponentProps) {
  const locale = getLocale()
  return (
    <Page>
      <PageHeader
        title={role ? m.registers_recipient_new({ role: role.words[locale] }) : m.registers_recipient_add()}
        trail={[
          { to: '/staff/registers', words: m.registers_title() },
          { to: '/staff/registers/recipients', words: m.registers_recipients_title() },
        ]}
      />
      {role ? (
        <EntryForm
          answer={actionData}
          choices={choices}
          values={{
            recipient: role.recipient,
            name: null,
            country: role.country,
            purposes: choices.purposes.map(({ value }) => value),
            categories: [],
            groundId: null,
            contractKind: null,
            contractReference: null,
            contractOn: null,
          }}
        />
      ) : (
        <>
          <p className="mb-3 max-w-prose">{m.registers_recipient_which_role()}</p>
          <ul className="border-t border-line">
            {roles.map(({ recipient, words }) => (
              <li key={recipient} className="border-b border-line py-2.5">
                <TextLink to={`/staff/registers/recipients/new?recipient=${recipient}`}>{words[locale]}</TextLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  )
}
