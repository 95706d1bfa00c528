import { m } from '../../platform/language/words.ts'
import { Button } from '../../ui/action/button.tsx'
import { Form } from '../../ui/form/form.tsx'
import { Submit } from '../../ui/form/submit.tsx'
import { Section } from '../../ui/shell/page.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { PrivateMark } from '../../ui/text/private-mark.tsx'
import { Answers } from './answers.tsx'
import { RequestCourse } from './request-course.tsx'
import { RequestFacts } from './request-facts.tsx'
import type { RequestView } from './request-words.ts'
import { Told } from './told.tsx'

/** A request as its code opens it. Each file goes with the pass in a form: nothing of it stands in an address. */
export function OpenedRequest({ shown, pass }: { shown: RequestView; pass: string }) {
  const kinds = shown.steps.map((step) => step.kind)
  const isRestricting = shown.kind === 'restriction' && kinds.includes('applied') && !kinds.includes('lifted')
  return (
    <PrivateMark words={m.rights_link_opened()}>
      {shown.hasCopy && (
        <div className="mb-8">
          <Notice
            tone="live"
            title={m.rights_copy_title()}
            action={
              <form method="post" action="/request/copy">
                <input type="hidden" name="pass" value={pass} />
                <Button>{m.rights_copy_button()}</Button>
              </form>
            }
          >
            {m.rights_copy_words()}
          </Notice>
        </div>
      )}
      <RequestFacts of={shown} reader="person" />
      <div className="mt-10">
        <Answers answers={shown.answers} files={(answer) => <Letter answerId={answer.id} pass={pass} />} />
      </div>
      <Section title={m.rights_course_title()}>
        <RequestCourse of={shown} reader="person" />
      </Section>
      <Told recipients={shown.recipients} />
      {isRestricting && (
        <Section title={m.rights_end_restriction_title()}>
          <p className="mb-4 max-w-prose">{m.rights_end_restriction_words()}</p>
          <Form id="end">
            <input type="hidden" name="pass" value={pass} />
            <Submit look="quiet">{m.rights_end_restriction_button()}</Submit>
          </Form>
        </Section>
      )}
    </PrivateMark>
  )
}

function Letter({ answerId, pass }: { answerId: string; pass: string }) {
  return (
    <form method="post" action="/request/letter" className="flex flex-wrap gap-x-2">
      <input type="hidden" name="pass" value={pass} />
      <input type="hidden" name="answerId" value={answerId} />
      <Button look="plain" small name="format" value="pdf">
        {m.rights_answer_pdf()}
      </Button>
      <Button look="plain" small name="format" value="html">
        {m.rights_answer_html()}
      </Button>
    </form>
  )
}
