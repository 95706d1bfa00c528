import { data, redirect } from 'react-router'
import { answerForm } from '../../platform/http/form-answer.ts'
import { problemOf } from '../../platform/http/problem.ts'
import { visit } from '../../platform/http/visit.ts'
import { getLocale, m } from '../../platform/language/words.ts'
import { LinkButton } from '../../ui/action/button.tsx'
import { Page, PageHeader } from '../../ui/shell/page.tsx'
import { PublicHead } from '../../ui/shell/public-head.tsx'
import { EmptyState } from '../../ui/text/empty-state.tsx'
import { Notice } from '../../ui/text/notice.tsx'
import type { endRestrictionByPass } from '../desk/lift-restriction.ts'
import type { enterRequest, followRequest, sendRequestCode } from '../request/link-request.ts'
import type { openRequestByPass } from '../request/show-request.ts'
import type { Route } from './+types/public-request.ts'
import { OpenedRequest } from './opened-request.tsx'
import { EnterCode, Standing } from './public-standing.tsx'
import { titleOf } from './request-words.ts'

/** The link shows how a request stands: it is not handed on to where this page leads, and no machine keeps it. */
export function headers() {
  return { 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex', 'cache-control': 'private, no-store' }
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { call, origin } = visit(context)
  const sent = new URL(request.url).searchParams.has('sent')
  try {
    const standing = await call<typeof followRequest>('request.follow', { token: params.token })
    return { origin, sent, standing }
  } catch (thrown) {
    if (problemOf(thrown)?.status !== 404) throw thrown
    return data({ origin, sent: false, standing: null }, { status: 404 })
  }
}

/**
 * The pass that a code gives travels in the body of forms alone: never in an address, never in a cookie. It is good for
 * half an hour, and so is the opened page.
 */
export async function action({ context, params, request }: Route.ActionArgs) {
  const { call, locale } = visit(context)
  const { token } = params
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  return answerForm(form, async () => {
    if (text('formId') === 'send') {
      await call<typeof sendRequestCode>('request.send_code', { token })
      throw redirect(`/${locale}/request/${token}?sent`)
    }
    const pass =
      text('formId') === 'enter'
        ? (await call<typeof enterRequest>('request.enter', { token, code: text('code') })).pass
        : text('pass')
    if (text('formId') === 'end') await call<typeof endRestrictionByPass>('restriction.end_by_pass', { pass })
    return { pass, shown: await call<typeof openRequestByPass>('request.open', { pass }) }
  })
}

export default function PublicRequest({ loaderData, actionData }: Route.ComponentProps) {
  const { origin, sent, standing } = loaderData
  const opened = actionData && 'pass' in actionData ? actionData : null
  const answer = actionData && 'values' in actionData ? actionData : undefined
  return (
    <Page>
      <PublicHead
        title={standing ? titleOf(standing) : m.rights_public_title()}
        description={m.rights_public_about()}
        origin={origin}
        path=""
        hidden
      />
      {standing ? (
        <>
          <PageHeader title={titleOf(standing)} windowTitle="" state={<Standing of={standing} />} />
          {opened ? (
            <OpenedRequest shown={opened.shown} pass={opened.pass} />
          ) : (
            <>
              {sent && (
                <div className="mb-6">
                  <Notice tone="done" announce title={m.rights_link_code_sent()}>
                    {m.rights_link_code_sent_words()}
                  </Notice>
                </div>
              )}
              <EnterCode standing={standing} answer={answer} />
            </>
          )}
        </>
      ) : (
        <>
          <PageHeader title={m.rights_link_none()} windowTitle="" />
          <EmptyState action={<LinkButton to={`/${getLocale()}/request`}>{m.rights_requests_new()}</LinkButton>}>
            {m.rights_link_none_words()}
          </EmptyState>
        </>
      )}
    </Page>
  )
}
