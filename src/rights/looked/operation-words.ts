/** What an operation did, in words for the person whose data it touched. */
import type { Words } from '../../privacy/policy/shape.ts'

const said: Readonly<Record<string, Words>> = {
  'held.overview': { ro: 'a văzut ce se păstrează', en: 'looked at what is held' },
  'held.summary': { ro: 'a văzut câte lucruri se păstrează', en: 'saw how much is held' },
  'held.table': { ro: 'a văzut ce se păstrează, pe larg', en: 'looked at what is held, in full' },
  'held.download': { ro: 'a descărcat datele', en: 'downloaded the data' },
  'looked.list': { ro: 'a văzut cine s-a uitat', en: 'saw who looked' },
}

/** By the operation's name; an operation without words of its own is named as it is. */
export function operationWords(operation: string): Words {
  return said[operation] ?? { ro: operation, en: operation }
}
