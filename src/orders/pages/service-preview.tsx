import { m } from '../../platform/language/words.ts'
import { FormContext } from '../../ui/form/form-state.ts'
import type { ServiceView } from '../service/service.view.ts'
import { AnswerField } from './answer-field.tsx'
import { said } from './said.ts'
import { ServiceWords } from './service-words.tsx'

/** The service and its order form as a client sees them, with nothing to send. */
export function ServicePreview({ service }: { service: ServiceView }) {
  return (
    <div className="rounded-md border border-edge border-dashed p-4 sm:p-6">
      <h3 className="text-title">{said(service.name)}</h3>
      <p className="mt-1 mb-4 max-w-prose text-quiet">{said(service.summary)}</p>
      <ServiceWords terms={service} />
      <h4 className="mt-8 mb-3 text-lead">{m.orders_form_title()}</h4>
      <FormContext value={{ id: 'preview', answer: undefined, busy: false, names: null }}>
        <fieldset disabled className="@container grid gap-6">
          <legend className="sr-only">{m.orders_service_preview()}</legend>
          {service.fields.map((field) => (
            <AnswerField key={field.name} field={field} />
          ))}
        </fieldset>
      </FormContext>
    </div>
  )
}
