/** What case studies keep of P18. */
import { type PromiseCheck, promiseCheck } from '../privacy/promises/check.ts'
import { hashOf, type StudyText } from './case-study.rules.ts'

/** Every text shown has the approval of exactly that text, by an owner whose consent stands; nobody else can approve. */
const approvedText = promiseCheck({
  promise: 'P18',
  need: 'approved_text',
  async run({ inspector, operations, policy }) {
    const decide = operations.find(({ name }) => name === 'case_study.decide')
    const byOwner = String(decide?.who.member) === 'owner' && !decide?.who.staff && !decide?.who.system
    const publicOnes = operations.filter(({ name }) => name === 'case_study.list' || name === 'case_study.show')
    const byPurpose = publicOnes.length === 2 && publicOnes.every(({ purpose }) => purpose === 'case_studies')
    const bit = 2 ** (policy.purposes.case_studies?.bit ?? 31)
    const { rows: texts } = await inspector.query<StudyText & { text_hash: string; shown: boolean; proven: boolean }>(
      `select s.title_ro, s.title_en, s.body_ro, s.body_en, s.text_hash, s.dropped_at is null and exists (
           select from case_studies.case_study_approval a where a.account_id = s.account_id and a.study_id = s.id
             and a.text_hash = s.text_hash and a.decision = 'approved' and a.withdrawn_at is null) as shown,
         exists (select from base.case_study_approval a
             join base.consent_entry e on e.account_id = a.account_id and e.person_id = a.person_id
               and e.purpose = 'case_studies' and e.decision = 'given'
               and e.at between a.decided_at - interval '1 minute' and a.decided_at + interval '1 minute'
           where a.account_id = s.account_id and a.study_id = s.id and a.text_hash = s.text_hash
             and a.decision = 'approved' and a.withdrawn_at is null) as proven
       from base.case_study s`,
    )
    const { rows: seen } = await inspector.query<{ count: number }>(
      `select count(*)::int as count from case_studies.case_study_approval v
       join base.case_study_approval b on b.account_id = v.account_id and b.id = v.id where b.marker & $1 <> 0`,
      [bit],
    )
    const shown = texts.filter((one) => one.shown)
    const unproven = shown.filter((one) => !one.proven).length
    const altered = texts.filter((one) => hashOf(one) !== one.text_hash).length
    const unseen = seen[0]?.count ?? -1
    return {
      holds: byOwner && byPurpose && unproven === 0 && altered === 0 && unseen === 0,
      figure: {
        ro: `texte: ${texts.length}; publicate: ${shown.length}, fără aprobare: ${unproven}; schimbate pe ascuns: ${altered}; aprobări retrase și totuși văzute: ${unseen}`,
        en: `texts: ${texts.length}; published: ${shown.length}, without approval: ${unproven}; altered in secret: ${altered}; approvals withdrawn and seen nevertheless: ${unseen}`,
      },
    }
  },
})

export const caseStudyPromises: readonly PromiseCheck[] = [approvedText]
