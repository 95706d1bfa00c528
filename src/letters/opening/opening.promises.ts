/** What is promised about opening letters (P5), seen in what was noted. */
import { type Ground, type PromiseCheck, promiseCheck } from '../../privacy/promises/check.ts'

/** Rows whose moment lies in no consent: none was given before, or it was taken back, or had run out. */
async function outside({ inspector, policy }: Ground, moment: 'made_at' | 'opened_at') {
  const { rows } = await inspector.query<{ all: number; outside: number }>(
    `select count(*)::int as all, count(*) filter (where not coalesce(c.stands, false))::int as outside
     from base.letter_opening o left join lateral (
       select e.decision = 'given' and e.at + $1::interval > o.${moment} as stands
       from base.consent_entry e
       where e.account_id = o.account_id and e.person_id = o.person_id and e.purpose = 'openings' and e.at <= o.${moment}
       order by e.at desc, e.id desc limit 1) c on true
     where o.${moment} is not null`,
    [policy.consent.lasts],
  )
  return rows[0] ?? { all: 0, outside: -1 }
}

const nothingRecorded = promiseCheck({
  promise: 'P5',
  need: 'nothing_recorded',
  async run(ground) {
    const sent = await outside(ground, 'made_at')
    return {
      holds: sent.outside === 0,
      figure: {
        ro: `scrisori cu imagine: ${sent.all}; trimise fără acord: ${sent.outside}`,
        en: `letters with an image: ${sent.all}; sent without consent: ${sent.outside}`,
      },
    }
  },
})

const silentAfter = promiseCheck({
  promise: 'P5',
  need: 'silent_after',
  async run(ground) {
    const opened = await outside(ground, 'opened_at')
    const images = await Promise.all(['A'.repeat(64), 'never'].map((token) => ground.page(`/opened/${token}`)))
    const same = images.every(
      ({ status, headers, body }) =>
        status === 200 && headers.get('content-type') === 'image/gif' && body === images[0]?.body,
    )
    return {
      holds: opened.outside === 0 && same,
      figure: {
        ro: `deschideri notate: ${opened.all}; după retragere sau fără acord: ${opened.outside}; aceeași imagine la orice adresă: ${same ? 'da' : 'nu'}`,
        en: `openings noted: ${opened.all}; after a withdrawal or without consent: ${opened.outside}; the same image at any address: ${same ? 'yes' : 'no'}`,
      },
    }
  },
})

export const openingPromises: readonly PromiseCheck[] = [nothingRecorded, silentAfter]
