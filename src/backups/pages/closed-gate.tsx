import { m } from '../../platform/language/words.ts'
import { TextLink } from '../../ui/action/place-link.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { showBackupGate } from '../backup-gate.ts'

type Gate = Awaited<ReturnType<typeof showBackupGate.run>>

const whys: Readonly<Record<NonNullable<Gate['why']>, () => string>> = {
  nobody: m.backups_closed_nobody,
  disabled: m.backups_closed_disabled,
  ground: m.backups_closed_ground,
  purposes: m.backups_closed_purposes,
}

/** Said loudly: backups should leave this machine, and may not. */
export function ClosedGate({ gate: { place, why } }: { gate: Gate }) {
  if (place === null || why === null) return null
  return (
    <div className="mb-6">
      <Notice
        tone="danger"
        title={m.backups_closed()}
        action={<TextLink to="/staff/registers/recipients">{m.backups_closed_open()}</TextLink>}
      >
        <span className="break-words">{m.backups_closed_words({ place, why: whys[why]() })}</span>
      </Notice>
    </div>
  )
}

/** Why a backup failed, in the language of the page where it is known to it. */
export function failureWords(failure: string | null): string {
  const [code, why] = (failure ?? '').split(' ')
  const known = code === 'backup_store_closed' ? whys[why as keyof typeof whys] : undefined
  return known ? known() : (failure ?? '')
}
