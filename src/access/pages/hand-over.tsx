import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { nothingHere } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import type { InputOf } from '../../privacy/operation/operation.ts'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { giveDeposit } from '../deposit/give-deposit.ts'
import type { prepareDeposit } from '../deposit/prepare-deposit.ts'
import type { showSecretRequest } from '../request/show-request.ts'
import type { listTargets } from '../target/list-targets.ts'
import type { Route } from './+types/hand-over.ts'
import { factNames, factsFrom } from './facts-form.ts'
import { HandOverForm } from './hand-over-form.tsx'
import { kindWords } from './state-words.tsx'

/** Every load names a fresh deposit and the broker's key of now: also after an answer that was refused. */
export const shouldRevalidate = () => true

export async function loader({ context, params }: Route.LoaderArgs) {
  const { call } = visit(context)
  const { requestId, itemId } = params
  const request = await call<typeof showSecretRequest>('secret_request.show', { requestId })
  const item = request.items.find((one) => one.id === itemId)
  if (!item) throw nothingHere()
  const sealing = await call<typeof prepareDeposit>('deposit.prepare', { requestId, itemId })
  const { targets } = await call<typeof listTargets>('target.list', {})
  return { request, item, sealing, target: targets.find((one) => one.id === item.targetId) ?? null }
}

/** What arrives here are facts and ciphertext. A field of the secret has no name, so no browser sends it. */
export async function action({ context, request, params }: Route.ActionArgs) {
  const form = await request.formData()
  const { requestId, itemId } = params
  return answerForm(
    form,
    async () => {
      await visit(context).call<typeof giveDeposit>('deposit.give', {
        requestId,
        itemId,
        depositId: String(form.get('depositId')),
        version: Number(form.get('version')),
        facts: factsFrom(form) as InputOf<typeof giveDeposit>['facts'],
        sealed: String(form.get('sealed') ?? ''),
      })
      throw redirect(`/desk/access/${requestId}?done=given`)
    },
    { secrets: ['sealed'], rename: factNames },
  )
}

/** Handing over one thing: facts about it, and its secret, encrypted here before anything leaves. */
export default function HandOver({ loaderData, actionData }: Route.ComponentProps) {
  const { request, item, sealing, target } = loaderData
  const trail = [
    { to: '/desk/access', words: m.access_title() },
    { to: `/desk/access/${request.id}`, words: m.access_request_short() },
  ]
  return (
    <Page>
      <PageHeader trail={trail} title={item.name} state={kindWords(item.kind)} />
      {item.detail && <p className="mb-6 max-w-prose whitespace-pre-line break-words">{item.detail}</p>}
      <HandOverForm sealing={sealing} target={target} answer={actionData} replaces={item.deposit !== null} />
    </Page>
  )
}
