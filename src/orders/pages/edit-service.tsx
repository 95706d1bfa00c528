import { redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { visit } from '../../platform/http/visit.ts'
import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { publishService } from '../service/publish-service.ts'
import type { retireService } from '../service/retire-service.ts'
import type { saveService } from '../service/save-service.ts'
import type { showService } from '../service/show-service.ts'
import type { Route } from './+types/edit-service.ts'
import { answerOf } from './answer-of.ts'
import { said } from './said.ts'
import { ServiceEditor } from './service-editor.tsx'
import { serviceInput } from './service-input.ts'
import { ServicePreview } from './service-preview.tsx'
import { ServiceState } from './service-state.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, can } = visit(context)
  const service = await call<typeof showService>('service.show', { service: params.service })
  return { service, mayDefine: can('service.save'), done: new URL(request.url).searchParams.get('done') }
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { call } = visit(context)
  const form = await request.formData()
  const id = params.service
  const formId = String(form.get('formId'))
  if (formId === 'publish' || formId === 'retire') {
    return answerForm(form, async () => {
      if (formId === 'publish') await call<typeof publishService>('service.publish', { id })
      else await call<typeof retireService>('service.retire', { id })
      throw redirect(`/staff/services/${id}?done=${formId}`)
    })
  }
  const { slug, terms, rename } = serviceInput(form)
  const revision = Number(form.get('revision'))
  return answerForm(
    form,
    async () => {
      await call<typeof saveService>('service.save', { id, revision, slug, terms })
      throw redirect(`/staff/services/${id}?done=saved`)
    },
    { rename, expect: { price: m.orders_expect_price() } },
  )
}

const doneWords: Readonly<Record<string, () => string>> = {
  saved: m.orders_service_done_saved,
  publish: m.orders_service_done_published,
  retire: m.orders_service_done_retired,
}

export default function EditService({ loaderData, actionData }: Route.ComponentProps) {
  const { service, mayDefine, done } = loaderData
  const doneTitle = done ? doneWords[done]?.() : undefined
  const isPublished = service.state === 'published'
  const toggle = isPublished ? 'retire' : 'publish'
  return (
    <Page>
      <PageHeader
        title={said(service.name)}
        trail={[{ to: '/staff/services', words: m.orders_services_title() }]}
        state={<ServiceState state={service.state} />}
        action={
          mayDefine && (
            <Form id={toggle} answer={answerOf(actionData, toggle)} className="">
              <Submit look={isPublished ? 'quiet' : 'primary'}>
                {isPublished ? m.orders_service_retire_button() : m.orders_service_publish_button()}
              </Submit>
            </Form>
          )
        }
      />
      {doneTitle && (
        <div className="mb-6">
          <Notice tone="done" announce title={doneTitle} />
        </div>
      )}
      {mayDefine && (
        <>
          <p className="mb-6 text-small">
            <TextLink to="#preview">{m.orders_service_to_preview()}</TextLink>
          </p>
          <ServiceEditor
            key={service.revision}
            service={service}
            currency={service.price.currency}
            answer={answerOf(actionData, 'save')}
          >
            <Submit look={isPublished ? 'primary' : 'quiet'} aside={m.orders_service_save_aside()}>
              {m.orders_service_save()}
            </Submit>
          </ServiceEditor>
        </>
      )}
      <div className={mayDefine ? 'mt-12' : ''}>
        <Section id="preview" title={m.orders_service_preview()} aside={m.orders_service_preview_aside()}>
          <ServicePreview service={service} />
        </Section>
      </div>
    </Page>
  )
}
