import { civilDayOf } from '../../privacy/clock/civil-day.ts'
import { contentHash } from '../../privacy/policy/content.ts'
import { publicationOf } from '../../privacy/policy/version/publication.ts'
import { contentOf, type VersionRow } from '../../privacy/policy/version/version.queries.ts'
import { type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'

const publicationWords = {
  never: { ro: 'nimic publicat', en: 'nothing published' },
  published: { ro: 'ce rulează este publicat', en: 'what runs is published' },
  early: { ro: 'rulează înainte de ziua anunțată', en: 'it runs before the day announced' },
  unpublished: { ro: 'schimbare nepublicată', en: 'unpublished change' },
} as const

const versions = promiseCheck({
  promise: 'P41',
  need: 'versions',
  async run({ inspector, running }) {
    const { rows } = await inspector.query<VersionRow>('select * from base.policy_version order by number desc')
    const altered = rows.filter((row) => contentHash(contentOf(row)) !== row.hash).length
    const isWhole = rows.every((row, index) => row.number === rows.length - index)
    const publication = publicationOf(rows, running.hash, civilDayOf(new Date()))
    const { ro, en } = publicationWords[publication]
    return {
      holds: altered === 0 && isWhole && publication === 'published',
      figure: {
        ro: `versiuni publicate: ${rows.length}; cu altă amprentă: ${altered}; ${ro}`,
        en: `versions published: ${rows.length}; with another fingerprint: ${altered}; ${en}`,
      },
    }
  },
})

/** Also whoever came after its publication and before its day: the sweep of each day has them told. */
const told = promiseCheck({
  promise: 'P41',
  need: 'told',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ versions: number; notices: number; untold: number }>(`
      with version as (select id, greatest(published_at, effective_on::timestamptz) as last from base.policy_version
        where weight = 'material' and published_at between now() - interval '2 years' and now() - interval '1 day')
      select (select count(*)::int from version) as versions,
        (select count(*)::int from base.policy_notice) as notices,
        (select count(*)::int from version v
           join base.person p on p.created_at < least(v.last, now() - interval '30 hours')
           join base.account a on a.id = p.account_id
           where p.erased_at is null and a.erased_at is null and p.email is not null
             and not exists (select from base.policy_notice n
               where n.account_id = p.account_id and n.person_id = p.id and n.version_id = v.id)) as untold`)
    const { versions: count, notices, untold } = rows[0] ?? { versions: 0, notices: 0, untold: 0 }
    return {
      holds: untold === 0,
      figure: {
        ro: `versiuni importante: ${count}; anunțuri: ${notices}; persoane neanunțate: ${untold}`,
        en: `material versions: ${count}; notices: ${notices}; people not told: ${untold}`,
      },
    }
  },
})

export const policyPromises: readonly PromiseCheck[] = [versions, told]
