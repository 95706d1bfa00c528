import { list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Notice } from '../../ui/text/notice.tsx'

interface MailGateProps {
  gate: {
    hasServer: boolean
    open: 'all' | 'some' | 'none'
    closedFor: readonly { ro: string; en: string }[]
    waiting: number
  }
  /** The entry to complete, where there is one. */
  entry?: string | undefined
}

/** Said loudly: letters would leave, and may not. */
export function MailGate({ gate: { hasServer, open, closedFor, waiting }, entry }: MailGateProps) {
  if (open === 'all' || !(hasServer || waiting > 0)) return null
  const locale = getLocale()
  const isPart = open === 'some'
  const purposes = list(
    closedFor.map((words) => words[locale]),
    locale,
  )
  const to = entry ? `/staff/registers/recipients/${entry}` : '/staff/registers/recipients/new?recipient=mail'
  return (
    <div className="mb-6">
      <Notice
        tone="danger"
        title={isPart ? m.registers_mail_part({ count: waiting }) : m.registers_mail_closed({ count: waiting })}
        action={<TextLink to={to}>{isPart ? m.registers_mail_part_open() : m.registers_mail_open()}</TextLink>}
      >
        {isPart ? m.registers_mail_part_words({ purposes }) : m.registers_mail_closed_words()}
      </Notice>
    </div>
  )
}
