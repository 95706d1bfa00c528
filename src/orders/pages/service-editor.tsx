import type { ReactNode } from 'react'
import type { FormAnswer } from '../../platform/http/form-answer.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import { Section } from '../../ui/shell/page.tsx'
import type { ServiceView } from '../service/service.view.ts'
import { AccessRows } from './access-rows.tsx'
import { Both } from './both.tsx'
import { FieldRows } from './field-rows.tsx'
import { typedFrom } from './price-input.ts'

interface ServiceEditorProps {
  /** Null: a new one. */
  service: ServiceView | null
  /** Of the provider, for a new one. */
  currency: string
  answer: FormAnswer | undefined
  children: ReactNode
}

/** Everything that defines a service, in both languages. `children`: the button. */
export function ServiceEditor({ service, currency, answer, children }: ServiceEditorProps) {
  const price = service?.price
  // A form that comes back still says which revision was read: sending it again must not write over what it has not seen.
  const sent = answer?.values.revision
  const revision = typeof sent === 'string' ? sent : service?.revision
  return (
    <Form id="save" answer={answer}>
      {service && <input type="hidden" name="revision" value={revision} />}
      <Both name="name" label={m.orders_service_name()} words={service?.name} />
      <Field name="slug" label={m.orders_service_slug()} hint={m.orders_service_slug_hint()}>
        <TextInput exact room="middle" maxLength={80} defaultValue={service?.slug} />
      </Field>
      <Both name="summary" label={m.orders_service_summary()} words={service?.summary} lines />
      <Both name="description" label={m.orders_service_description()} words={service?.description} lines />
      <Both name="delivers" label={m.orders_delivers()} words={service?.delivers} lines />
      <Field name="price" label={m.orders_price()} hint={m.orders_price_hint()}>
        <TextInput
          inputMode="decimal"
          room="short"
          maxLength={24}
          defaultValue={price && typedFrom(price.minor, getLocale())}
        />
      </Field>
      <Field name="currency" label={m.orders_currency()} hint={m.orders_currency_hint()}>
        <TextInput room="short" maxLength={3} exact defaultValue={price?.currency ?? currency} />
      </Field>
      <Field name="unit" label={m.orders_unit()} group>
        <RadioCards
          defaultValue={price?.unit ?? 'once'}
          choices={[
            { value: 'once', label: m.orders_unit_once(), hint: m.orders_unit_once_hint() },
            { value: 'monthly', label: m.orders_unit_monthly(), hint: m.orders_unit_monthly_hint() },
          ]}
        />
      </Field>
      <Section title={m.orders_fields_title()} aside={m.orders_fields_aside()}>
        <FieldRows fields={service?.fields ?? []} />
      </Section>
      <Section title={m.orders_access_title()} aside={m.orders_access_aside()}>
        <AccessRows access={service?.access ?? []} />
      </Section>
      {children}
    </Form>
  )
}
