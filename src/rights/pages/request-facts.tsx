import { civilDay } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { type Fact, Facts } from '../../ui/text/facts.tsx'
import { When } from '../../ui/text/when.tsx'
import { identityWords, type RequestView, routeWords } from './request-words.ts'
import { said } from './said.ts'

interface RequestFactsProps {
  of: RequestView
  reader: 'person' | 'staff'
}

/** When and how it was asked, for what, in which words, and how it is known who asks. */
export function RequestFacts({ of, reader }: RequestFactsProps) {
  const items: Fact[] = [
    { term: m.rights_request_received(), value: <When at={of.receivedAt} exact /> },
    { term: m.rights_request_route(), value: routeWords[of.route]() },
    ...(of.purposeWords ? [{ term: m.rights_request_purpose(), value: said(of.purposeWords) }] : []),
    ...(of.words
      ? [
          {
            term: reader === 'staff' ? m.rights_note_words() : m.rights_request_words(),
            value: <span className="whitespace-pre-line">{of.words}</span>,
          },
        ]
      : []),
    { term: m.rights_request_identity(), value: identityWords[of.identity]() },
    ...(of.dueOn && !of.closedAt ? [{ term: m.rights_request_due(), value: civilDay(of.dueOn) }] : []),
  ]
  return <Facts items={items} />
}
