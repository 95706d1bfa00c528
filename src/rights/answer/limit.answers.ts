/** Answers to a restriction, an objection and a withdrawal, and to the question about automated decisions. */
import { type PurposeName, policy } from '../../../policy/policy.ts'
import { m } from '../../platform/language/words.ts'
import { type Part, text } from './document.ts'
import { type Language, momentIn, purposeIn } from './said-in.ts'

/** Article 18: what stopped, what goes on and why, and that its end is told first. */
export function restrictionPart(since: Date, language: Language): Part {
  const to = { locale: language }
  const named = (restriction: 'stops' | 'stays') =>
    (Object.keys(policy.purposes) as PurposeName[])
      .filter((name) => policy.purposes[name].restriction === restriction && !['self', 'rights'].includes(name))
      .map((name) => purposeIn(name, language))
  return {
    heading: m.rights_answer_done_title({}, to),
    blocks: [
      text(m.rights_restriction_done({ at: momentIn(since, language) }, to)),
      { kind: 'list', items: named('stops') },
      text(m.rights_restriction_stays({}, to)),
      { kind: 'list', items: named('stays') },
      text(m.rights_restriction_lifting({}, to)),
    ],
  }
}

/** Article 21: the purpose no longer sees the person; of security, until it was weighed. */
export function objectionPart(purpose: string, since: Date, language: Language): Part {
  const to = { locale: language }
  const said = { at: momentIn(since, language), purpose: purposeIn(purpose, language) }
  return { heading: m.rights_answer_done_title({}, to), blocks: [text(m.rights_objection_done(said, to))] }
}

/** Article 7(3). */
export function withdrawalPart(purpose: string, since: Date, language: Language): Part {
  const to = { locale: language }
  const said = { at: momentIn(since, language), purpose: purposeIn(purpose, language) }
  return {
    heading: m.rights_answer_done_title({}, to),
    blocks: [text(m.rights_withdrawal_done(said, to)), text(m.rights_withdrawal_before({}, to))],
  }
}

/** Article 22: there is none. */
export function automatedPart(language: Language): Part {
  const to = { locale: language }
  return {
    heading: m.rights_access_automated({}, to),
    blocks: [text(m.rights_automated_none({}, to)), text(m.rights_automated_human({}, to))],
  }
}

/** Article 20: what the download holds and how it is read. */
export function portabilityPart(language: Language): Part {
  const to = { locale: language }
  return {
    heading: m.rights_answer_done_title({}, to),
    blocks: [
      text(m.rights_portability_done({}, to)),
      {
        kind: 'facts',
        rows: [
          ['data.json', m.rights_take_json({}, to)],
          ['csv/', m.rights_take_csv({}, to)],
          ['files/', m.rights_take_files({}, to)],
          ['schema.json', m.rights_take_schema({}, to)],
          ['manifest.json', m.rights_take_manifest({}, to)],
        ],
      },
      text(m.rights_portability_other({}, to)),
    ],
  }
}
