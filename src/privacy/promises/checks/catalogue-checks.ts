/** Checks that read PostgreSQL's own catalogue: what the database allows, whatever the program believes. */
import { diffPolicy } from '../../compiler/apply.ts'
import { roleOf } from '../../compiler/wanted.ts'
import { promiseCheck } from '../check.ts'
import { personalColumns } from './map-checks.ts'

export const grantsEqualPolicy = promiseCheck({
  promise: 'P25',
  need: 'grants',
  async run({ inspector, policy, maps }) {
    const steps = await diffPolicy(inspector, { policy, maps })
    return {
      holds: steps.length === 0,
      figure: { ro: `abateri de la politică: ${steps.length}`, en: `departures from the policy: ${steps.length}` },
    }
  },
})

export const plainRoles = promiseCheck({
  promise: 'P26',
  need: 'plain_roles',
  async run({ inspector, policy }) {
    const { rows } = await inspector.query<{ mighty: boolean }>(
      `select rolsuper or rolcreaterole or rolcreatedb or rolbypassrls or rolreplication
         or exists (select from pg_auth_members m where m.member = r.oid) as mighty
       from pg_roles r where rolname = any ($1)`,
      [Object.keys(policy.purposes).map(roleOf)],
    )
    const mighty = rows.filter((row) => row.mighty).length
    return {
      holds: rows.length === Object.keys(policy.purposes).length && mighty === 0,
      figure: {
        ro: `scopuri cu rol propriu: ${rows.length}; cu drepturi de administrator: ${mighty}`,
        en: `purposes with a role of their own: ${rows.length}; with an administrator’s rights: ${mighty}`,
      },
    }
  },
})

export const noBaseReading = promiseCheck({
  promise: 'P26',
  need: 'no_base_reading',
  async run({ inspector, policy, maps }) {
    const columns = personalColumns(maps)
    const { rows } = await inspector.query<{ open: number }>(
      `select count(*)::int as open
       from unnest($1::text[]) role cross join unnest($2::text[], $3::text[]) c(tab, col)
       where has_column_privilege(role, format('base.%I', c.tab)::regclass, c.col, 'select')`,
      [Object.keys(policy.purposes).map(roleOf), columns.map(({ map }) => map.table), columns.map(({ name }) => name)],
    )
    const open = rows[0]?.open ?? -1
    return {
      holds: columns.length > 0 && open === 0,
      figure: {
        ro: `coloane cu date personale: ${columns.length}; căi pe lângă vederi: ${open}`,
        en: `columns of personal data: ${columns.length}; ways past the views: ${open}`,
      },
    }
  },
})

export const legalApart = promiseCheck({
  promise: 'P21',
  need: 'legal_apart',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ views: number; others: number }>(
      `select count(*)::int as views,
         count(*) filter (where exists (
           select from aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee
           where r.rolname like 'zavor\\_%' and r.rolname not in ('zavor_legal', 'zavor_inspector')))::int as others
       from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'legal' and c.relkind = 'v'`,
    )
    const { views, others } = rows[0] ?? { views: 0, others: 0 }
    return {
      holds: views > 0 && others === 0,
      figure: {
        ro: `vederi ale scopului legal: ${views}; deschise altor scopuri: ${others}`,
        en: `views of the legal purpose: ${views}; open to other purposes: ${others}`,
      },
    }
  },
})

/** Names by which a birth date could be kept, in English and Romanian. */
const birth = '(birth|born|nastere|nasterii|dob)'

export const noBirthDate = promiseCheck({
  promise: 'P40',
  need: 'no_birth_date',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ columns: number; birth: number }>(
      `select count(*)::int as columns, count(*) filter (where column_name ~* $1)::int as birth
       from information_schema.columns where table_schema = 'base'`,
      [birth],
    )
    const { columns, birth: found } = rows[0] ?? { columns: 0, birth: 0 }
    return {
      holds: columns > 0 && found === 0,
      figure: {
        ro: `coloane: ${columns}; cu data nașterii: ${found}`,
        en: `columns: ${columns}; with a birth date: ${found}`,
      },
    }
  },
})
