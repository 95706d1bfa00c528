import { visit } from '../../platform/http/visit.ts'
import { exactTime } from '../../platform/language/format.ts'
import { m } from '../../platform/language/words.ts'
import { Page, PageHeader, Section } from '../../ui/shell/page.tsx'
import { Exact } from '../../ui/text/exact.tsx'
import { Facts } from '../../ui/text/facts.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import { StateWord } from '../../ui/text/state-word.tsx'
import type { showReceipt } from '../ending/show-receipt.ts'
import type { Route } from './+types/receipt.ts'
import { Authority } from './authority.tsx'
import { Outcome } from './outcome.tsx'
import { Told } from './told.tsx'

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const receipt = await visit(context).call<typeof showReceipt>('receipt.show', { token: params.token })
  return { receipt, done: new URL(request.url).searchParams.get('done') }
}

/** The link opens the receipt: it is not handed on to where this page leads, and no machine keeps it. */
export function headers() {
  return { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' }
}

export default function ReceiptPage({ loaderData: { receipt, done } }: Route.ComponentProps) {
  const whole = receipt.scope === 'account'
  return (
    <Page>
      <PageHeader
        title={m.rights_receipt_title()}
        state={
          receipt.finishedAt ? (
            <StateWord tone="done">{m.rights_receipt_finished({ at: exactTime(receipt.finishedAt) })}</StateWord>
          ) : (
            <StateWord tone="wait">{m.rights_receipt_finishing()}</StateWord>
          )
        }
      />
      {done === 'ended' && (
        <div className="mb-8">
          <Notice tone="done" announce title={whole ? m.rights_done_ended() : m.rights_done_left()}>
            {m.rights_done_ended_words()}
          </Notice>
        </div>
      )}
      {done === 'post' && (
        <div className="mb-8 print:hidden">
          <Notice tone="wait" announce title={m.rights_receipt_post_title()}>
            {m.rights_receipt_post()}
          </Notice>
        </div>
      )}
      <Facts
        items={[
          { term: m.rights_receipt_at(), value: exactTime(receipt.at) },
          { term: m.rights_receipt_what(), value: whole ? m.rights_receipt_account() : m.rights_receipt_person() },
          { term: m.rights_receipt_number(), value: <Exact>{receipt.reference}</Exact> },
          ...(receipt.provider
            ? [{ term: m.rights_receipt_provider(), value: receipt.provider.name, note: receipt.provider.privacyEmail }]
            : []),
        ]}
      />
      <div className="mt-10">
        <Outcome erased={receipt.erased} kept={receipt.kept} secrets={receipt.secrets} done />
      </div>
      <Told recipients={receipt.recipients} title={m.rights_told_erasure_title()}>
        <p className="mb-3 max-w-prose text-quiet">
          {m.rights_told_erasure_how()} {whole && m.rights_told_own_in_letter()}
        </p>
      </Told>
      <Section title={m.rights_not_right_title()}>
        <Authority authority={receipt.authority} />
      </Section>
    </Page>
  )
}
