import { m } from '../../platform/language/words.ts'
import type { OutputOf } from '../../privacy/operation/operation.ts'
import { Field } from '../../ui/form/field.tsx'
import { RadioCards } from '../../ui/form/radio-cards.tsx'
import { TextArea } from '../../ui/form/text-area.tsx'
import type { requestOptions } from '../request/request-options.ts'
import type { RequestKind } from './request-words.ts'
import { said } from './said.ts'

export type Options = OutputOf<typeof requestOptions>

/** Of what use, where the request is about one; and what the person wants to say besides. */
export function RequestFields({ kind, options }: { kind: RequestKind; options: Options }) {
  const isWrong = kind === 'rectification'
  return (
    <>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="notice" value={options.notice} />
      {(kind === 'objection' || kind === 'withdrawal') && (
        <Field
          group
          name="purpose"
          label={kind === 'objection' ? m.rights_ask_which_objection() : m.rights_ask_which_withdrawal()}
        >
          <RadioCards
            choices={options[kind].map((one) => ({
              value: one.purpose,
              label: said(one.words),
              hint: said(one.reason),
            }))}
          />
        </Field>
      )}
      <Field
        name="words"
        label={isWrong ? m.rights_ask_own_words_rectification() : m.rights_ask_own_words()}
        hint={m.rights_ask_own_words_hint()}
        notice={options.notices.words}
        optional={!isWrong}
      >
        <TextArea rows={4} maxLength={4000} />
      </Field>
    </>
  )
}

/** What the operation takes of the form. */
export function askedIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    kind: text('kind') as RequestKind,
    ...(text('purpose') ? { purpose: text('purpose') as 'updates' } : {}),
    ...(text('words') ? { words: text('words') } : {}),
    ...(text('notice') ? { notice: text('notice') } : {}),
  }
}

/** What a request of its kind lacks: without what is wrong there is nothing to correct, without a purpose nothing to stop. */
export function lackingIn(form: FormData): Record<string, string> {
  const { kind, purpose, words } = askedIn(form)
  if (kind === 'rectification' && !words) return { words: m.rights_ask_expect_what_is_wrong() }
  return (kind === 'objection' || kind === 'withdrawal') && !purpose ? { purpose: m.rights_expect_purpose() } : {}
}

/** Whether words change who answers: with none, a program can. */
export function answeredBy(kind: RequestKind): string {
  return kind === 'rectification' || kind === 'erasure'
    ? m.rights_ask_answer_by_person()
    : m.rights_ask_answer_at_once()
}
