/** The purposes of the published policy, each with its legal basis. From each one the database's role, schema and views are made. */
import type { PolicyShape } from '../src/privacy/policy/shape.ts'

const contract = {
  kind: 'contract',
  article: 'Art. 6(1)(b)',
  words: { ro: 'executarea contractului', en: 'performance of the contract' },
} as const
const consent = { kind: 'consent', article: 'Art. 6(1)(a)', words: { ro: 'consimțământ', en: 'consent' } } as const
const legalObligation = {
  kind: 'legal_obligation',
  article: 'Art. 6(1)(c)',
  words: { ro: 'obligație legală', en: 'legal obligation' },
} as const
const legitimateInterests = {
  kind: 'legitimate_interests',
  article: 'Art. 6(1)(f)',
  words: { ro: 'interes legitim', en: 'legitimate interests' },
} as const

export const purposes = {
  identity: {
    bit: 0,
    words: { ro: 'Contul și conectarea', en: 'Account and sign-in' },
    reason: {
      ro: 'Ca să deschidem contul, să știm cu cine vorbim și să vă puteți conecta.',
      en: 'To open your account, know whom we are dealing with and let you sign in.',
    },
    basis: contract,
    objection: 'none',
    restriction: 'stays',
    recipients: ['hosting', 'mail', 'backup_store'],
  },
  support: {
    bit: 1,
    words: { ro: 'Asistență', en: 'Support' },
    reason: {
      ro: 'Ca să vă răspundem și să rezolvăm problema.',
      en: 'To answer you and to solve the problem.',
    },
    basis: contract,
    objection: 'none',
    restriction: 'stops',
    recipients: ['hosting', 'mail', 'backup_store'],
  },
  access: {
    bit: 2,
    words: { ro: 'Acces la servere', en: 'Access to servers' },
    reason: {
      ro: 'Ca să lucrăm pe sistemele pe care ni le încredințați, numai cât durează lucrarea.',
      en: 'To work on the systems that you entrust to us, only while the work lasts.',
    },
    basis: contract,
    objection: 'none',
    restriction: 'stops',
    recipients: ['hosting', 'mail', 'backup_store'],
  },
  orders: {
    bit: 3,
    words: { ro: 'Comenzi', en: 'Orders' },
    reason: {
      ro: 'Ca să pregătim, să livrăm și să confirmăm serviciul comandat.',
      en: 'To prepare, deliver and confirm the service that you order.',
    },
    basis: contract,
    objection: 'none',
    restriction: 'stops',
    recipients: ['hosting', 'mail', 'backup_store'],
  },
  billing: {
    bit: 4,
    words: { ro: 'Facturare', en: 'Billing' },
    reason: {
      ro: 'Ca să emitem factura și să ținem contabilitatea cerută de lege.',
      en: 'To invoice you and keep the accounts that the law requires.',
    },
    basis: legalObligation,
    objection: 'none',
    restriction: 'stays',
    recipients: ['hosting', 'mail', 'backup_store', 'tax_authority'],
  },
  security: {
    bit: 5,
    words: { ro: 'Securitate și jurnal', en: 'Security and access log' },
    reason: {
      ro: 'Ca să protejăm conturile și să putem arăta cine a umblat la ce.',
      en: 'To protect accounts and to be able to show who touched what.',
    },
    basis: legitimateInterests,
    objection: 'possible',
    restriction: 'stays',
    recipients: ['hosting', 'mail', 'backup_store'],
  },
  improvement: {
    bit: 6,
    words: { ro: 'Îmbunătățirea serviciilor', en: 'Improving the services' },
    reason: {
      ro: 'Ca să lucrăm mai bine; folosim numai date pseudonimizate.',
      en: 'To work better; only pseudonymised data is used.',
    },
    basis: legitimateInterests,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  visits: {
    bit: 7,
    words: { ro: 'Statistica vizitelor', en: 'Visit statistics' },
    reason: {
      ro: 'Ca să știm ce pagini sunt de folos, dacă sunteți de acord.',
      en: 'To know which pages are useful, if you agree.',
    },
    basis: consent,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  updates: {
    bit: 8,
    words: { ro: 'Noutăți despre servicii', en: 'Updates about the services' },
    reason: {
      ro: 'Ca să vă scriem când apar servicii noi, dacă doriți.',
      en: 'To write to you about new services, if you wish.',
    },
    basis: consent,
    objection: 'marketing',
    restriction: 'stops',
    recipients: ['mail'],
  },
  openings: {
    bit: 9,
    words: { ro: 'Confirmarea deschiderii e-mailurilor', en: 'Confirmation that an e-mail was opened' },
    reason: {
      ro: 'Ca să aflăm dacă un mesaj a fost deschis, numai dacă acceptați.',
      en: 'To learn whether a message was opened, only if you accept.',
    },
    basis: consent,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  enrichment: {
    bit: 10,
    words: { ro: 'Completarea din surse publice', en: 'Additions from public sources' },
    reason: {
      ro: 'Ca să completăm date publice despre firmă; este oprit dacă furnizorul nu îl pornește.',
      en: 'To add public facts about the company; off unless the provider turns it on.',
    },
    basis: legitimateInterests,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  case_studies: {
    bit: 11,
    words: { ro: 'Studii de caz', en: 'Case studies' },
    reason: {
      ro: 'Ca să publicăm un text despre lucrare, numai cu aprobarea textului exact.',
      en: 'To publish a text about the work, only with approval of that exact text.',
    },
    basis: consent,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  succession: {
    bit: 12,
    words: { ro: 'Transferul afacerii', en: 'Transfer of the business' },
    reason: {
      ro: 'Ca un succesor să preia datele, numai cu acordul dumneavoastră.',
      en: 'So that a successor can take the data over, only with your consent.',
    },
    basis: consent,
    objection: 'possible',
    restriction: 'stops',
    recipients: [],
  },
  legal: {
    bit: 13,
    words: { ro: 'Obligații legale', en: 'Legal duties' },
    reason: {
      ro: 'Ca să respectăm legea și termenii și să răspundem autorităților.',
      en: 'To comply with the law and the terms and to answer authorities.',
    },
    basis: legalObligation,
    objection: 'none',
    restriction: 'stays',
    recipients: ['mail', 'authorities'],
  },
  self: {
    bit: 14,
    words: { ro: 'Propria vedere asupra datelor', en: 'Your own view of your data' },
    reason: {
      ro: 'Ca să vedeți și să corectați ce păstrăm despre dumneavoastră.',
      en: 'So that you can see and correct what is held about you.',
    },
    basis: legalObligation,
    objection: 'none',
    restriction: 'stays',
    recipients: [],
  },
  rights: {
    bit: 15,
    words: { ro: 'Cereri privind datele', en: 'Requests about data' },
    reason: {
      ro: 'Ca să răspundem cererii dumneavoastră și să dovedim că am făcut-o.',
      en: 'To answer your request and to prove that we did.',
    },
    basis: legalObligation,
    objection: 'none',
    restriction: 'stays',
    recipients: ['mail', 'authorities'],
  },
} as const satisfies PolicyShape['purposes']
