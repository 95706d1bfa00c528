import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { documentHtml } from '../../platform/documents/document-html.ts'
import { documentPdf } from '../../platform/documents/document-pdf.ts'
import { m } from '../../platform/language/words.ts'
import { officerColumns, officerOf } from '../../privacy/officer/officer.ts'
import { Conflict } from '../../privacy/operation/errors.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { authorityOf } from '../../privacy/prose/placeholders.ts'
import { breachDocument } from './breach.document.ts'
import { findBreach, toldOfBreach } from './breach.queries.ts'

/** The authority's form, filled in with what is known, to be sent or kept. */
export const fetchBreach = readOperation({
  name: 'breach.fetch',
  purpose: 'legal',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ breachId: z.uuid(), language: z.enum(['ro', 'en']), format: z.enum(['html', 'pdf']) }),
  output: z.object({ filename: z.string(), contentType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ db, input: { breachId, language, format }, now }) {
    const row = await findBreach(db, breachId)
    const provider = await db
      .selectFrom('provider')
      .select(['name', 'address', 'country', ...officerColumns])
      .executeTakeFirst()
    if (!provider) throw new Conflict('not_set_up')
    const authority = authorityOf(policy, provider.country)
    const told = await toldOfBreach(db, breachId)
    const to = `${authority.name}, ${authority.address}`
    const document = breachDocument({ row, told, provider, officer: officerOf(provider), authority: to, language, now })
    const filename = `zavor-breach-${row.number}-${language}.${format}`
    if (format === 'html') {
      const content = new Uint8Array(Buffer.from(documentHtml(document)))
      return { filename, contentType: 'text/html; charset=utf-8', content }
    }
    const page = m.registers_pdf_page({ n: '{n}', count: '{count}' }, { locale: language })
    const content = await documentPdf(document, page)
    return { filename, contentType: 'application/pdf', content }
  },
})
