import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'

interface BothProps {
  name: string
  label: string
  words: { ro: string; en: string } | undefined
  lines?: boolean
  optional?: boolean
}

/** The same text in Romanian and in English. */
export function Both({ name, label, words, lines = false, optional = false }: BothProps) {
  return (
    <>
      {(['ro', 'en'] as const).map((locale) => (
        <Field
          key={locale}
          name={`${name}.${locale}`}
          label={locale === 'ro' ? m.orders_in_romanian({ label }) : m.orders_in_english({ label })}
          optional={optional}
        >
          {lines ? (
            <TextArea lang={locale} maxLength={8000} defaultValue={words?.[locale]} />
          ) : (
            <TextInput lang={locale} maxLength={300} defaultValue={words?.[locale]} />
          )}
        </Field>
      ))}
    </>
  )
}
