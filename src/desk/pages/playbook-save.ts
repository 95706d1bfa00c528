import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import type { Visit } from '../../platform/http/visit.ts'
import type { savePlaybook } from '../playbook/save-playbook.ts'
import { text } from './message-form.ts'

/** Saves a sheet from its form and leads on. Staff say whose it is. */
export async function savePlaybookForm(form: FormData, visit: Visit, to: string, accountId?: string) {
  return answerForm(form, async () => {
    await visit.call<typeof savePlaybook>('playbook.save', {
      ...(accountId ? { accountId } : {}),
      seen: Number(text(form, 'seen')) || 0,
      hours: text(form, 'hours'),
      escalation: text(form, 'escalation'),
      tone: text(form, 'tone'),
      refunds: text(form, 'refunds'),
      never: text(form, 'never'),
    })
    throw redirect(to)
  })
}
