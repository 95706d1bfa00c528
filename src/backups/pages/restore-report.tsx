import { exactTime, list, number } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { RestoreView } from '../list-backups.ts'

/** One restore with all that its report says: what was put back, what was done again, what was looked for. */
export function RestoreReportFacts({ restore }: { restore: RestoreView }) {
  const { report, kind, finishedAt } = restore
  const { backup, migrated, replayed, ended, chain, residue, sessionsEnded, linksEnded, ledgerLost } = report
  const endedRows = Object.values(ended).reduce((sum, count) => sum + count, 0)
  return (
    <section className="mb-8" aria-label={exactTime(finishedAt)}>
      <h3 className="mb-2 font-semibold">
        {kind === 'backup'
          ? m.backups_report_backup({ at: exactTime(finishedAt) })
          : m.backups_report_in_place({ at: exactTime(finishedAt) })}
      </h3>
      {ledgerLost && (
        <div className="mb-4">
          <Notice tone="danger" title={m.backups_report_ledger_lost()}>
            {m.backups_report_ledger_lost_words()}
          </Notice>
        </div>
      )}
      {replayed.ownersKept > 0 && (
        <div className="mb-4">
          <Notice tone="danger" title={m.backups_report_owners_kept({ count: replayed.ownersKept })}>
            {m.backups_report_owners_kept_words()}
          </Notice>
        </div>
      )}
      <Facts
        items={[
          ...(backup
            ? [
                {
                  term: m.backups_report_from(),
                  value: <span className="break-all">{backup.name}</span>,
                  note: m.backups_report_held({
                    at: exactTime(new Date(backup.madeAt)),
                    rows: number(backup.rows),
                    files: number(backup.files),
                    product: backup.product,
                  }),
                },
              ]
            : []),
          ...(migrated.length > 0 ? [{ term: m.backups_report_migrated(), value: list(migrated) }] : []),
          {
            term: m.backups_report_again(),
            value: m.backups_report_again_counts({
              erasures: number(replayed.erasures),
              withdrawals: number(replayed.withdrawals),
              objections: number(replayed.objections),
              restrictions: number(replayed.restrictions),
              lifted: number(replayed.lifted),
            }),
            note: m.backups_report_again_note({
              lines: number(replayed.lines),
              nobody: number(replayed.aboutNobody),
              lost: number(replayed.consentsLost),
            }),
          },
          {
            term: m.backups_report_access(),
            value: m.backups_report_access_counts({
              access: number(replayed.accessEnded),
              keys: number(replayed.keysEnded),
              places: number(replayed.placesEnded),
              roles: number(replayed.rolesNarrowed),
              recipients: number(replayed.recipientsClosed),
              texts: number(replayed.approvalsEnded + replayed.studiesDropped),
              additions: number(replayed.additionsEnded),
              campaigns: number(replayed.campaignsCancelled),
            }),
          },
          {
            term: m.backups_report_told(),
            value: m.backups_report_told_counts({ told: number(replayed.alreadyTold), open: number(replayed.toTell) }),
          },
          {
            term: m.backups_report_sign_in(),
            value: m.backups_report_sign_in_counts({
              passwords: number(replayed.passwordsVoid),
              apps: number(replayed.factorsEnded),
              codes: number(replayed.codesVoid),
            }),
            ...(replayed.passwordsVoid > 0 ? { note: m.backups_report_sign_in_note() } : {}),
          },
          { term: m.backups_report_ended(), value: number(endedRows) },
          {
            term: m.backups_report_chain(),
            value: m.backups_report_chain_whole({ entries: number(chain.entries) }),
            ...(chain.headMatches ? { note: m.backups_report_chain_head() } : {}),
          },
          {
            term: m.backups_report_residue(),
            value: m.backups_report_residue_none({ needles: number(residue.needles) }),
            ...(residue.inOthersWords.length > 0
              ? { note: m.backups_report_others({ where: list(residue.inOthersWords) }) }
              : {}),
          },
          { term: m.backups_report_signed_out(), value: number(sessionsEnded) },
          { term: m.backups_report_links(), value: number(linksEnded) },
        ]}
      />
    </section>
  )
}
