import { z } from 'zod'
import { policy } from '../../../policy/policy.ts'
import { documentPdf } from '../../platform/documents/document-pdf.ts'
import { m } from '../../platform/language/words.ts'
import { readOperation } from '../../privacy/operation/operation.ts'
import { inventoryOf } from './inventory.ts'
import { makeRegister } from './make-register.ts'
import { inventoryCsv, registerCsv, registerDocument, registerJson } from './register.file.ts'

/** inventory: the columns that the register rests on, as CSV. */
export const registerFormats = ['json', 'csv', 'pdf', 'inventory'] as const

/** The register of processing as a file. */
export const fetchProcessing = readOperation({
  name: 'processing.fetch',
  purpose: 'legal',
  who: { staff: ['owner', 'privacy'] },
  input: z.strictObject({ language: z.enum(['ro', 'en']), format: z.enum(registerFormats) }),
  output: z.object({ filename: z.string(), contentType: z.string(), content: z.instanceof(Uint8Array) }),
  async run({ db, input: { language, format }, tools, now }) {
    const inventory = inventoryOf({ policy, maps: tools.maps }, language)
    if (format === 'inventory') {
      const content = bytes(inventoryCsv(inventory))
      return { filename: `zavor-inventory-${language}.csv`, contentType: 'text/csv; charset=utf-8', content }
    }
    const register = await makeRegister(db, { policy, tools, now, language })
    const filename = `zavor-art-30-${language}.${format}`
    if (format === 'json') {
      return { filename, contentType: 'application/json', content: bytes(registerJson(register, inventory)) }
    }
    if (format === 'csv') {
      return { filename, contentType: 'text/csv; charset=utf-8', content: bytes(registerCsv(register)) }
    }
    const page = m.registers_pdf_page({ n: '{n}', count: '{count}' }, { locale: language })
    const content = await documentPdf(registerDocument(register), page)
    return { filename, contentType: 'application/pdf', content }
  },
})

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
