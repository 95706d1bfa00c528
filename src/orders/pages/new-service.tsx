import { redirect } from 'react-router'
import type { showProvider } from '../../identity/provider/show-provider.ts'
import { answerForm } from '../../platform/http/form-answer.ts'
import { notAllowed } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import type { saveService } from '../service/save-service.ts'
import type { Route } from './+types/new-service.ts'
import { ServiceEditor } from './service-editor.tsx'
import { serviceInput } from './service-input.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  if (!can('service.save')) throw notAllowed()
  const { provider } = await call<typeof showProvider>('provider.show', {})
  return { currency: provider?.currency ?? 'RON' }
}

export async function action({ context, request }: Route.ActionArgs) {
  const form = await request.formData()
  const { slug, terms, rename } = serviceInput(form)
  return answerForm(
    form,
    async () => {
      const { id } = await visit(context).call<typeof saveService>('service.save', { slug, terms })
      throw redirect(`/staff/services/${id}?done=saved`)
    },
    { rename, expect: { price: m.orders_expect_price() } },
  )
}

export default function NewService({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Page>
      <PageHeader
        title={m.orders_service_new_title()}
        trail={[{ to: '/staff/services', words: m.orders_services_title() }]}
      />
      <ServiceEditor service={null} currency={loaderData.currency} answer={actionData}>
        <Submit aside={m.orders_service_save_aside()}>{m.orders_service_save_draft()}</Submit>
      </ServiceEditor>
    </Page>
  )
}
