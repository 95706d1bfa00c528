/** Where a receipt goes: the address of the reporter, sealed with the provider's key, as it belongs to no account. */
import type { Tools } from '../privacy/operation/tools.ts'

const providerKeyId = '00000000-0000-7000-8000-000000000000'

export async function sealReporter(tools: Tools, reportId: string, to: string): Promise<Buffer> {
  return await tools.keys.seal(providerKeyId, placeOf(reportId), to)
}

export async function openReporter(tools: Tools, reportId: string, sealed: Buffer): Promise<string> {
  return (await tools.keys.open(providerKeyId, placeOf(reportId), sealed)).toString()
}

function placeOf(id: string) {
  return { record: id, field: 'reporter', version: 1 }
}
