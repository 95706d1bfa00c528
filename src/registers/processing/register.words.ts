import type { Words } from '../../privacy/policy/shape.ts'

/** Words of the register that stand in no other place. */
export const registerWords = {
  clientPeople: {
    ro: 'persoanele clienților și cei care ne scriu',
    en: 'people of clients and those who write to us',
  },
  whoSignsIn: { ro: 'cei care se conectează: clienți și echipă', en: 'those who sign in: clients and staff' },
  staff: { ro: 'echipa furnizorului', en: 'the provider’s staff' },
  controller: { ro: 'operator', en: 'controller' },
  processor: { ro: 'persoană împuternicită de client', en: 'processor of the client' },
  stands: {
    ro: 'spune cum stau lucrurile acum; nu se încheie cu timpul',
    en: 'says how things are now; no time ends it',
  },
  delete: { ro: 'se șterge', en: 'deleted' },
  anonymise: { ro: 'devine anonim', en: 'made anonymous' },
  yes: { ro: 'da', en: 'yes' },
  no: { ro: 'nu', en: 'no' },
  never: { ro: 'niciodată', en: 'never' },
  keep: { ro: 'se păstrează:', en: 'kept:' },
  clientCustomers: { ro: 'clienții clientului', en: 'the client’s own customers' },
} as const

const visitors = { ro: 'vizitatorii paginilor publice', en: 'visitors of the public pages' }

/** Whom the rows of a table outside accounts are about, where that is not the staff. */
export const subjectsOutside: Readonly<Record<string, Words>> = {
  visitor_choice: visitors,
  visit_page: visitors,
  child_report: {
    ro: 'copiii despre care ni se scrie și cine ne scrie despre ei',
    en: 'children whom a report is about, and who reports them',
  },
}
