/** What the versions of the terms keep of P21. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { hashOfTerms } from './terms.rules.ts'

interface Version {
  readonly number: number
  readonly text_ro: string
  readonly text_en: string
  readonly hash: string
}

/** Each version is still what was published, none is missing, and each acceptance since the first points at one. */
const versions = promiseCheck({
  promise: 'P21',
  need: 'terms_versions',
  async run({ inspector }) {
    const { rows } = await inspector.query<Version>(
      'select number, text_ro, text_en, hash from base.terms_version order by number desc',
    )
    const altered = rows.filter((row) => hashOfTerms(row.text_ro, row.text_en) !== row.hash).length
    const isWhole = rows.every((row, index) => row.number === rows.length - index)
    const { rows: counted } = await inspector.query<{ pointing: number; loose: number; untold: number }>(
      `with first as (select min(published_at) as at from base.terms_version),
         last as (select id, published_at from base.terms_version where number > 1
           and published_at < now() - interval '1 day' order by number desc limit 1)
       select (select count(*)::int from base.terms_acceptance where version_id is not null) as pointing,
         (select count(*)::int from base.terms_acceptance t, first where t.version_id is null and t.accepted_at > first.at) as loose,
         (select count(*)::int from base.account a, last where a.kind = 'client' and a.erased_at is null
            and a.created_at < last.published_at and not exists (
              select from base.terms_notice n where n.account_id = a.id and n.version_id = last.id)) as untold`,
    )
    const { pointing, loose, untold } = counted[0] ?? { pointing: 0, loose: -1, untold: -1 }
    return {
      holds: rows.length > 0 && altered === 0 && isWhole && loose === 0 && untold === 0,
      figure: {
        ro: `versiuni: ${rows.length}; schimbate: ${altered}; acceptări care arată spre una: ${pointing}, fără: ${loose}; clienți neîntrebați: ${untold}`,
        en: `versions: ${rows.length}; altered: ${altered}; acceptances that point at one: ${pointing}, at none: ${loose}; clients not asked: ${untold}`,
      },
    }
  },
})

export const termsPromises: readonly PromiseCheck[] = [versions]
