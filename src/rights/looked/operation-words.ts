/** What an operation did, in words for the person whose data it touched. */
import type { Words } from '../../privacy/policy/shape.ts'

const said: Readonly<Record<string, Words>> = {
  'held.overview': { ro: 'a văzut ce se păstrează', en: 'looked at what is held' },
  'held.summary': { ro: 'a văzut câte lucruri se păstrează', en: 'saw how much is held' },
  'held.table': { ro: 'a văzut ce se păstrează, pe larg', en: 'looked at what is held, in full' },
  'held.download': { ro: 'a descărcat datele', en: 'downloaded the data' },
  'order.place': { ro: 'a făcut o comandă', en: 'placed an order' },
  'order.show': { ro: 'a văzut o comandă', en: 'looked at an order' },
  'order.list': { ro: 'a văzut lista comenzilor', en: 'looked at the list of orders' },
  'order.accept': { ro: 'a acceptat o comandă', en: 'accepted an order' },
  'order.decline': { ro: 'a refuzat o comandă', en: 'declined an order' },
  'order.askAgain': { ro: 'a cerut din nou acces pentru o comandă', en: 'asked again for an order’s access' },
  'order.noteAccess': { ro: 'a verificat accesul unei comenzi', en: 'checked the access of an order' },
  'order.startWork': { ro: 'a început lucrul la o comandă', en: 'began work on an order' },
  'order.deliver': { ro: 'a livrat o comandă', en: 'delivered an order' },
  'order.confirm': { ro: 'a confirmat o livrare', en: 'confirmed a delivery' },
  'order.cancel': { ro: 'a anulat o comandă', en: 'cancelled an order' },
  'order.feedback': { ro: 'și-a spus părerea despre o comandă', en: 'gave feedback on an order' },
  'looked.list': { ro: 'a văzut cine s-a uitat', en: 'saw who looked' },
}

/** By the operation's name; an operation without words of its own is named as it is. */
export function operationWords(operation: string): Words {
  return said[operation] ?? { ro: operation, en: operation }
}
