/** Checks of the promises that identity keeps: what is asked at registration, terms, ages, the second factor. */

import { z } from 'zod'
import { ownFields } from '../platform/http/kept-place.ts'
import { type Ground, type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { formFields } from '../privacy/promises/form-fields.ts'

const registration = 'account.register'
/** Where each detail of P2 lies. */
const details: Readonly<Record<string, readonly [table: string, column: string]>> = {
  name: ['person', 'name'],
  email: ['person', 'email'],
  phone: ['person', 'phone'],
  company: ['account', 'name'],
  taxNumber: ['account', 'vat_number'],
  address: ['account', 'address'],
  city: ['account', 'city'],
  postalCode: ['account', 'postal_code'],
  country: ['account', 'country'],
}

const registrationForm = promiseCheck({
  promise: 'P2',
  need: 'form_fields',
  async run(ground) {
    const input = ground.operations.find((one) => one.name === registration)?.input
    const wanted = input instanceof z.ZodObject ? Object.keys(input.shape).filter((name) => name !== 'language') : []
    let [different, unexplained] = [0, 0]
    for (const path of ['/ro/register', '/en/register']) {
      const { body } = await ground.page(path)
      const fields = formFields(body.slice(body.indexOf('<main'))).filter(
        // Which form it is and which notice stood beside it: nothing that anybody is asked for.
        ({ name }) => name !== '' && !ownFields.has(name),
      )
      const asked = new Set(fields.map(({ name }) => name))
      different +=
        wanted.filter((name) => !asked.has(name)).length + [...asked].filter((name) => !wanted.includes(name)).length
      unexplained += Object.keys(details).filter(
        (name) => !fields.some((field) => field.name === name && field.isExplained),
      ).length
    }
    return {
      holds: wanted.length > 0 && different === 0 && unexplained === 0,
      figure: {
        ro: `date cerute: ${wanted.length}; altele decât cele declarate: ${different}; fără motiv alături: ${unexplained}`,
        en: `details asked for: ${wanted.length}; other than declared: ${different}; without a reason beside: ${unexplained}`,
      },
    }
  },
})

const exported = promiseCheck({
  promise: 'P2',
  need: 'exported',
  async run({ maps }) {
    const missing = Object.values(details).filter(([table, name]) => {
      const map = maps.find((one) => one.table === table)
      const column = map?.columns[name]
      return (
        !map || !column || column.options.export === 'no' || (column.options.uses ?? map.rule.uses).self === undefined
      )
    })
    const count = Object.keys(details).length
    return {
      holds: missing.length === 0,
      figure: {
        ro: `date cerute: ${count}; lipsă din descărcare: ${missing.length}`,
        en: `details asked for: ${count}; missing from the download: ${missing.length}`,
      },
    }
  },
})

const termsAccepted = promiseCheck({
  promise: 'P21',
  need: 'terms_accepted',
  async run(ground) {
    const { all, without } = await counted(
      ground,
      `select count(*)::int as all, count(*) filter (where not exists (
         select from base.terms_acceptance t where t.account_id = a.id))::int as without
       from base.account a where a.kind = 'client' and a.erased_at is null`,
    )
    return {
      holds: without === 0,
      figure: {
        ro: `clienți: ${all}; fără termeni acceptați: ${without}`,
        en: `clients: ${all}; without accepted terms: ${without}`,
      },
    }
  },
})

const ageStated = promiseCheck({
  promise: 'P40',
  need: 'age_stated',
  async run(ground) {
    const { all, without } = await counted(
      ground,
      `select count(*)::int as all, count(*) filter (where p.age_stated_at is null)::int as without
       from base.person p join base.member m on m.account_id = p.account_id and m.person_id = p.id
       where p.erased_at is null and m.joined_at is not null and m.ended_at is null`,
    )
    return {
      holds: without === 0,
      figure: {
        ro: `persoane cu cont: ${all}; fără declarație de vârstă: ${without}`,
        en: `persons with an account: ${all}; without an age statement: ${without}`,
      },
    }
  },
})

const secondFactor = promiseCheck({
  promise: 'P26',
  need: 'second_factor',
  async run(ground) {
    const { all, without } = await counted(
      ground,
      `select count(*)::int as all, count(*) filter (where l.two_factor_enabled is not true or not exists (
         select from base.login_two_factor f where f.login_id = l.id and f.verified))::int as without
       from base.staff t join base.login l on l.id = t.login_id where t.joined_at is not null and t.ended_at is null`,
    )
    return {
      holds: all > 0 && without === 0,
      figure: {
        ro: `oameni în echipă: ${all}; fără al doilea factor (deci fără acces): ${without}`,
        en: `people on the staff: ${all}; without a second factor (so without access): ${without}`,
      },
    }
  },
})

export const identityPromises: readonly PromiseCheck[] = [
  registrationForm,
  exported,
  termsAccepted,
  ageStated,
  secondFactor,
]

async function counted({ inspector }: Ground, query: string): Promise<{ all: number; without: number }> {
  const { rows } = await inspector.query<{ all: number; without: number }>(query)
  return rows[0] ?? { all: 0, without: 0 }
}
