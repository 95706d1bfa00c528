import { visit } from '../../platform/http/visit.ts'
import { fileSize, list } from '../../platform/language/format.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { Pager } from '../../ui/list/pager.tsx'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { When } from '../../ui/text/when.tsx'
import type { showBackupGate } from '../backup-gate.ts'
import type { listBackups } from '../list-backups.ts'
import type { Route } from './+types/backups.ts'
import { BackupTable } from './backup-table.tsx'
import { ClosedGate, failureWords } from './closed-gate.tsx'
import { RestoreReportFacts } from './restore-report.tsx'

/** One is made each day: half as long again, as the check of P30 counts. */
const longest = 36 * 3_600_000

export async function loader({ context, request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const [at, id] = [searchParams.get('at'), searchParams.get('id')]
  const input = at && id ? { before: { at, id } } : {}
  const { call } = visit(context)
  const answer = await call<typeof listBackups>('backup.list', input)
  const gate = await call<typeof showBackupGate>('backup.gate', {})
  const newest = answer.backups.find(({ name, goneAt }) => name !== null && goneAt === null)
  const failed = answer.backups[0]?.failure ?? null
  const isLate = answer.plan !== null && (!newest || Date.now() - newest.finishedAt.getTime() > longest)
  return { ...answer, gate, later: at !== null, newest: newest ?? null, failed: at === null ? failed : null, isLate }
}

export default function Backups({ loaderData }: Route.ComponentProps) {
  const { backups, next, later, restores, plan, period, newest, failed, isLate, gate } = loaderData
  const kept = backups.filter(({ name, goneAt }) => name !== null && goneAt === null)
  const places = [...new Set(kept.map(({ place }) => place))]
  return (
    <Page>
      <PageHeader title={m.backups_title()} />
      <p className="mb-6 max-w-prose">{m.backups_lead({ period: period[getLocale()] })}</p>
      <ClosedGate gate={gate} />
      {failed !== null && !(gate.place && failed.startsWith('backup_store_closed')) && (
        <div className="mb-6">
          <Notice tone="danger" title={m.backups_failed()}>
            <span className="break-words">{failureWords(failed)}</span>
          </Notice>
        </div>
      )}
      {failed === null && isLate && !later && (
        <div className="mb-6">
          <Notice tone="danger" title={m.backups_late()}>
            {m.backups_late_words()}
          </Notice>
        </div>
      )}
      {plan === null && (
        <div className="mb-6">
          <Notice tone="wait" title={m.backups_no_plan()}>
            {m.backups_no_plan_words()}
          </Notice>
        </div>
      )}
      <Facts
        items={[
          {
            term: m.backups_plan(),
            value: plan ? m.backups_plan_daily({ at: plan.at }) : m.backups_plan_none(),
            note: plan?.place,
          },
          {
            term: m.backups_newest(),
            value: newest ? <When at={newest.startedAt} exact /> : m.backups_never(),
            note: newest?.bytes != null ? fileSize(newest.bytes) : undefined,
          },
          ...(places.length > 1 ? [{ term: m.backups_places(), value: list(places) }] : []),
          { term: m.backups_restore(), value: m.backups_restore_words() },
        ]}
      />
      <Section title={m.backups_all()}>
        <BackupTable rows={backups} />
        <Pager
          newer={later ? '/staff/backups' : null}
          older={next && `/staff/backups?at=${encodeURIComponent(next.at)}&id=${next.id}`}
        />
      </Section>
      <Section title={m.backups_restores()}>
        <p className="mb-4 max-w-prose text-quiet">{m.backups_restores_words()}</p>
        {restores.length === 0 && <p className="text-quiet">{m.backups_restores_none()}</p>}
        {restores.map((one) => (
          <RestoreReportFacts key={one.id} restore={one} />
        ))}
      </Section>
    </Page>
  )
}
