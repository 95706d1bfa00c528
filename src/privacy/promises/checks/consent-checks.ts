/** Checks on consents: how long each counts, to which text it was given, and that the text is still there. */
import { consentHashes } from '../../notice/consent-text.ts'
import { type Ground, promiseCheck } from '../check.ts'

/** People in purposes of consent, and those among them whose last consent is too old or was given to another text. */
async function consenting({ inspector, policy }: Ground) {
  const found = { people: 0, old: 0, other: 0 }
  for (const [name, { bit, basis }] of Object.entries(policy.purposes)) {
    if (basis.kind !== 'consent') continue
    const { rows } = await inspector.query<typeof found>(
      `select count(*)::int as people,
         count(*) filter (where c.at + $3::interval < now())::int as old,
         count(*) filter (where c.text_hash <> all ($4::text[]))::int as other
       from base.person p cross join lateral (
         select c.at, c.text_hash from base.consent_entry c
         where c.account_id = p.account_id and c.person_id = p.id and c.purpose = $2 and c.decision = 'given'
         order by c.at desc, c.id desc limit 1) c
       where p.marker & $1 = 0`,
      [2 ** bit, name, policy.consent.lasts, consentHashes(name, policy)],
    )
    found.people += rows[0]?.people ?? 0
    found.old += rows[0]?.old ?? 0
    found.other += rows[0]?.other ?? 0
  }
  return found
}

export const consentsInTime = promiseCheck({
  promise: 'P36',
  need: 'in_time',
  async run(ground) {
    const { people, old } = await consenting(ground)
    return {
      holds: old === 0,
      figure: {
        ro: `consimțăminte în vigoare: ${people}; trecute de termen: ${old}`,
        en: `consents in force: ${people}; past their time: ${old}`,
      },
    }
  },
})

export const noOldConsent = promiseCheck({
  promise: 'P41',
  need: 'no_old_consent',
  async run(ground) {
    const { people, other } = await consenting(ground)
    return {
      holds: other === 0,
      figure: {
        ro: `consimțăminte în vigoare: ${people}; date pentru alt text: ${other}`,
        en: `consents in force: ${people}; given to another text: ${other}`,
      },
    }
  },
})

export const textKept = promiseCheck({
  promise: 'P36',
  need: 'text_kept',
  async run({ inspector }) {
    const { rows } = await inspector.query<{ entries: number; texts: number; lost: number }>(
      `select count(*)::int as entries, count(distinct t.hash)::int as texts,
         count(*) filter (where t.hash is null or t.hash <> encode(sha256(convert_to(t.words, 'UTF8')), 'hex'))::int as lost
       from (select text_hash from base.consent_entry
         union all select text_hash from base.visitor_choice where method not in ('gpc', 'dnt')) c
       left join base.notice_text t on t.hash = c.text_hash`,
    )
    const { entries, texts, lost } = rows[0] ?? { entries: 0, texts: 0, lost: -1 }
    return {
      holds: lost === 0,
      figure: {
        ro: `alegeri: ${entries}; texte păstrate: ${texts}; alegeri fără text: ${lost}`,
        en: `choices: ${entries}; texts kept: ${texts}; choices without their text: ${lost}`,
      },
    }
  },
})
