import type { RouterContextProvider } from 'react-router'
import { isFresh } from '../../platform/http/is-fresh.ts'
import { visit } from '../../platform/http/visit.ts'
import type { showCase } from '../desk/show-case.ts'

interface Asked {
  readonly context: Readonly<RouterContextProvider>
  readonly params: { readonly caseId: string }
}

/** The request that a page of the rights desk is about, and whether who looks has just proved who they are. */
export async function shownCase({ context, params }: Asked) {
  const { call, actor } = visit(context)
  return { shown: await call<typeof showCase>('request.show_case', { caseId: params.caseId }), fresh: isFresh(actor) }
}
