import { m } from '../../platform/language/words.ts'
import { Checkbox } from '../../ui/form/checkbox.tsx'
import { Field } from '../../ui/form/field.tsx'
import { Select } from '../../ui/form/select.tsx'
import type { AccessItem } from '../service/service.terms.ts'
import { Both } from './both.tsx'
import { Row } from './row.tsx'
import { said } from './said.ts'

/** The access that the work needs, and an empty line for another. */
export function AccessRows({ access }: { access: readonly AccessItem[] }) {
  const rows: readonly (AccessItem | undefined)[] = [...access, undefined]
  return (
    <div className="grid gap-3">
      <input type="hidden" name="access.rows" value={rows.length} />
      {rows.map((item, row) => {
        const at = `access.${row}`
        return (
          <Row key={item?.name ?? ''} at={at} title={item ? said(item.label) : m.orders_row_new_access()}>
            {item && <input type="hidden" name={`${at}.name`} value={item.name} />}
            <Both name={`${at}.label`} label={m.orders_row_label()} words={item?.label} />
            <Both name={`${at}.why`} label={m.orders_row_why()} words={item?.why} />
            <Field name={`${at}.kind`} label={m.orders_row_access_kind()}>
              <Select
                defaultValue={item?.kind ?? 'server'}
                choices={[
                  { value: 'server', label: m.orders_access_server() },
                  { value: 'database', label: m.orders_access_database() },
                  { value: 'ticketing', label: m.orders_access_ticketing() },
                ]}
              />
            </Field>
            {item && <Checkbox name={`${at}.remove`} label={m.orders_row_remove()} />}
          </Row>
        )
      })}
    </div>
  )
}
