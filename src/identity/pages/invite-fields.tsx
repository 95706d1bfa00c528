import { m } from '../../platform/language/words.ts'
import { Checkboxes } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Fields } from '../../ui/form/fields.tsx'
import { type Choice, Select } from '../../ui/form/select.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'

interface InviteFieldsProps {
  notices: Readonly<Record<string, NoticeWords>>
  locale: string
  roles: readonly Choice[]
  defaultRoles: readonly string[]
}

/** Who is invited, by which address, and to what. */
export function InviteFields({ notices, locale, roles, defaultRoles }: InviteFieldsProps) {
  return (
    <>
      <Fields notices={[notices.contact]}>
        <Field name="name" label={m.identity_name()}>
          <TextInput autoComplete="off" maxLength={120} />
        </Field>
        <Field name="email" label={m.identity_email()}>
          <TextInput type="email" inputMode="email" autoComplete="off" maxLength={254} />
        </Field>
      </Fields>
      <Field group name="roles" label={m.identity_roles()}>
        <Checkboxes choices={roles} defaultValue={defaultRoles} />
      </Field>
      <Field name="language" label={m.identity_invite_language()}>
        <Select
          defaultValue={locale}
          choices={[
            { value: 'ro', label: 'Română' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Field>
    </>
  )
}
