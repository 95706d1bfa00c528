import { m } from '../../platform/language/words.ts'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import { TextInput } from '../../ui/form/text-input.tsx'
import type { NoticeWords } from '../../ui/text/data-notice.tsx'
import type { DepositKind } from '../sealed/deposit-kinds.ts'
import type { TargetView } from '../target/target.view.ts'

const engines = [
  { value: 'postgresql', label: 'PostgreSQL' },
  { value: 'mysql', label: 'MySQL' },
  { value: 'mariadb', label: 'MariaDB' },
  { value: 'sqlserver', label: 'SQL Server' },
  { value: 'oracle', label: 'Oracle' },
  { value: 'mongodb', label: 'MongoDB' },
]

const usualPort = { server: '22', database: '', ticketing: '' } as const

interface FactFieldsProps {
  kind: DepositKind
  /** What is known already. */
  target: TargetView | null
  /** Why they are asked for; beside what leads to a person or a machine. */
  notice?: NoticeWords
}

/** Where a target is and who signs in there: what is no secret and is sent as it is typed. */
export function FactFields({ kind, target, notice }: FactFieldsProps) {
  const user = (
    <Field name="username" label={m.access_field_username()} notice={notice}>
      <TextInput exact room="middle" maxLength={200} autoComplete="off" defaultValue={target?.username ?? undefined} />
    </Field>
  )
  if (kind === 'ticketing') {
    return (
      <>
        <input type="hidden" name="kind" value={kind} />
        <Field name="url" label={m.access_field_url()} notice={notice}>
          <TextInput exact inputMode="url" maxLength={500} autoComplete="off" defaultValue={target?.url ?? undefined} />
        </Field>
        {user}
      </>
    )
  }
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      {kind === 'database' && (
        <Field name="engine" label={m.access_field_engine()}>
          <Select
            choices={[...engines, { value: 'other', label: m.access_engine_other() }]}
            defaultValue={target?.engine ?? undefined}
            none={m.access_choose()}
          />
        </Field>
      )}
      <Field name="host" label={m.access_field_host()} hint={m.access_field_host_hint()} notice={notice}>
        <TextInput exact maxLength={253} autoComplete="off" defaultValue={target?.host ?? undefined} />
      </Field>
      <Field name="port" label={m.access_field_port()}>
        <TextInput
          exact
          room="short"
          inputMode="numeric"
          maxLength={5}
          autoComplete="off"
          defaultValue={target?.port?.toString() ?? usualPort[kind]}
        />
      </Field>
      {kind === 'database' && (
        <Field name="databaseName" label={m.access_field_database()}>
          <TextInput
            exact
            room="middle"
            maxLength={200}
            autoComplete="off"
            defaultValue={target?.databaseName ?? undefined}
          />
        </Field>
      )}
      {user}
    </>
  )
}
