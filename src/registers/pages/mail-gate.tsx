import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Notice } from '../../ui/text/notice.tsx'

interface MailGateProps {
  gate: { hasServer: boolean; isOpen: boolean; waiting: number }
  /** The entry to complete, where there is one. */
  entry?: string | undefined
}

/** Said loudly: letters would leave, and may not. */
export function MailGate({ gate: { hasServer, isOpen, waiting }, entry }: MailGateProps) {
  if (isOpen || !(hasServer || waiting > 0)) return null
  const to = entry ? `/staff/registers/recipients/${entry}` : '/staff/registers/recipients/new?recipient=mail'
  return (
    <div className="mb-6">
      <Notice
        tone="danger"
        title={m.registers_mail_closed({ count: waiting })}
        action={<TextLink to={to}>{m.registers_mail_open()}</TextLink>}
      >
        {m.registers_mail_closed_words()}
      </Notice>
    </div>
  )
}
