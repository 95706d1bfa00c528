/** Whether every disclosure is noted whole, told where it may be, and stays as it was noted. */
import { roleOf } from '../../privacy/compiler/wanted.ts'
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'
import { indicatorKind } from './indicator.rules.ts'

const entries = promiseCheck({
  promise: 'P24',
  need: 'entries',
  async run({ inspector, policy, operations }) {
    const { rows } = await inspector.query<{ noted: number; halves: number; untold: number; leaked: number }>(
      `select count(*)::int as noted,
         count(*) filter (where trim(asked_by) = '' or trim(ground) = '' or trim(what) = ''
           or exists (select from unnest(categories) c where c <> all ($1)))::int as halves,
         (select count(*)::int from base.disclosure_subject s join base.disclosure d on d.id = s.disclosure_id
            join base.person p on p.account_id = s.account_id and p.id = s.person_id
            where p.erased_at is null and d.noted_at < now() - interval '1 day'
              and (d.telling = 'tell' or exists (select from base.disclosure_lifting l where l.disclosure_id = d.id))
              and not exists (select from base.disclosure_told t where t.disclosure_id = d.id
                and t.account_id = s.account_id and t.person_id = s.person_id)) as untold,
         (select count(*)::int from base.disclosure_told t join base.disclosure d on d.id = t.disclosure_id
            where d.telling = 'forbidden'
              and not exists (select from base.disclosure_lifting l where l.disclosure_id = d.id)) as leaked
       from base.disclosure`,
      [Object.keys(policy.categories)],
    )
    const { noted, halves, untold, leaked } = rows[0] ?? { noted: 0, halves: -1, untold: 0, leaked: 0 }
    const signs = await inspector.query<{ sign: string }>(
      `select unnest(indicators) as sign from base.disclosure where kind = 'indicator'`,
    )
    const more = signs.rows.filter(({ sign }) => indicatorKind(sign) === null).length
    const isServed = operations.some(({ name }) => name === 'disclosure.note')
    return {
      holds: isServed && halves === 0 && untold === 0 && leaked === 0 && more === 0,
      figure: {
        ro: `divulgări notate: ${noted}; incomplete: ${halves}; persoane neanunțate: ${untold}; anunțate deși legea oprește: ${leaked}; semne trimise: ${signs.rows.length}; cu mai mult decât semnul: ${more}`,
        en: `disclosures noted: ${noted}; incomplete: ${halves}; people not told: ${untold}; told although forbidden: ${leaked}; signs passed on: ${signs.rows.length}; with more than the sign: ${more}`,
      },
    }
  },
})

const register = promiseCheck({
  promise: 'P21',
  need: 'register',
  async run({ inspector, policy, operations, maps }) {
    const tables = ['disclosure', 'disclosure_lifting', 'disclosure_subject', 'disclosure_told']
    const { rows } = await inspector.query<{ noted: number; ways: number; readers: number }>(
      `select (select count(*)::int from base.disclosure) as noted,
         (select count(*)::int from unnest($1::text[]) role cross join unnest($2::text[]) tab
            where has_any_column_privilege(role, 'base.' || tab, 'update')
              or has_table_privilege(role, 'base.' || tab, 'delete, truncate')) as ways,
         (select count(*)::int from unnest($1::text[]) role
            where role <> $3 and has_any_column_privilege(role, 'base.disclosure', 'select')) as readers`,
      [Object.keys(policy.purposes).map(roleOf), tables, roleOf('legal')],
    )
    const { noted, ways, readers } = rows[0] ?? { noted: 0, ways: -1, readers: 0 }
    const listed = operations.filter(({ name }) => name === 'disclosure.list' || name === 'disclosure.show')
    const declared = tables.filter((table) => maps.some((map) => map.table === table)).length
    return {
      holds: ways === 0 && readers === 0 && listed.length === 2 && declared === tables.length,
      figure: {
        ro: `divulgări în registru: ${noted}; scopuri care le pot schimba: ${ways}; alte scopuri care le citesc: ${readers}`,
        en: `disclosures in the register: ${noted}; purposes that can change them: ${ways}; other purposes that read them: ${readers}`,
      },
    }
  },
})

export const disclosurePromises: readonly PromiseCheck[] = [entries, register]
