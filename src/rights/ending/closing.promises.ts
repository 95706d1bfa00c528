/** What closing an account keeps of P32: whatever anybody can read is named before the button, and goes with its person. */
import { Kysely, PostgresDialect } from 'kysely'
import { z } from 'zod'
import type { For } from '../../privacy/map/types.ts'
import { type Ground, promiseCheck } from '../../privacy/promises/check.ts'
import { publicWorks } from './public-works.ts'

const plans = ['account.end_plan', 'person.end_plan']

/** Both plans are there for members and have a place for what is public. */
function plansSay({ operations }: Ground): boolean {
  return plans.every((name) => {
    const plan = operations.find((operation) => operation.name === name)
    if (!plan?.who.member) return false
    const { properties = {} } = z.toJSONSchema(plan.output, { unrepresentable: 'any' })
    return 'public' in properties
  })
}

/** What the public pages read: each text with everybody whose approval lets it be read. */
const readByAnybody = `select s.account_id as account, s.id, array_agg(distinct a.person_id) as approvers
  from case_studies.case_study s join case_studies.case_study_approval a
    on a.account_id = s.account_id and a.study_id = s.id and a.text_hash = s.text_hash
  where s.dropped_at is null and a.decision = 'approved' and a.withdrawn_at is null
  group by 1, 2 order by 2 desc limit 200`

interface Read {
  readonly account: string
  readonly id: string
  readonly approvers: readonly string[]
}

/** Of these texts, those that the plan of the account, or of one of its approvers, leaves out or says wrongly. */
async function unsaid({ inspector }: Ground, texts: readonly Read[]): Promise<number> {
  const rights = new Kysely<For<'rights'>>({ dialect: new PostgresDialect({ pool: inspector }) }).withSchema('rights')
  const said = await Promise.all(
    texts.map(async ({ account, id, approvers }) => {
      const expected = approvers.length > 1 ? 'stays' : 'taken_down'
      const wanted = [[null, 'taken_down'] as const, ...approvers.map((person) => [person, expected] as const)]
      const found = await Promise.all(
        wanted.map(async ([person, becomes]) =>
          (await publicWorks(rights, account, person)).some(
            (work) => work.path.endsWith(`/${id}`) && work.becomes === becomes,
          ),
        ),
      )
      return found.every(Boolean)
    }),
  )
  return said.filter((isSaid) => !isSaid).length
}

export const saidAtClosing = promiseCheck({
  promise: 'P32',
  need: 'said_at_closing',
  async run(ground) {
    const { rows: texts } = await ground.inspector.query<Read>(readByAnybody)
    const page = await ground.page('/en/case-studies')
    const linked = new Set(Array.from(page.body.matchAll(/\/case-studies\/([0-9a-f-]{36})/g), ([, id]) => id))
    for (const { id } of texts) linked.delete(id)
    const missing = (await unsaid(ground, texts)) + linked.size
    const { rows } = await ground.inspector.query<{ left: number }>(
      `select count(*)::int as left from case_studies.case_study_approval a
         join base.person p on p.account_id = a.account_id and p.id = a.person_id
         join base.account c on c.id = a.account_id
       where a.decision = 'approved' and a.withdrawn_at is null and (p.erased_at is not null or c.erased_at is not null)`,
    )
    const left = rows[0]?.left ?? -1
    return {
      holds: plansSay(ground) && page.status === 200 && missing === 0 && left === 0,
      figure: {
        ro: `texte publice ale clienților: ${texts.length}; nespuse la închidere: ${missing}; rămase de la cine a plecat: ${left}`,
        en: `public texts of clients: ${texts.length}; not said at closing: ${missing}; left of whoever has gone: ${left}`,
      },
    }
  },
})
