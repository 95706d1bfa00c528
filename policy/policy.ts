/**
 * The machine half of the published policy. Purposes, bases, periods, recipients and cookies are compiled from here
 * into database roles, views, grants, types, notices, the export and the erasure. The prose is in ro.md and en.md.
 */
import { definePolicy } from '../src/privacy/policy/shape.ts'

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

export const policy = definePolicy({
  version: '2026-11',

  purposes: {
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
      recipients: ['hosting', 'mail'],
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
      recipients: ['hosting', 'mail'],
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
      recipients: ['hosting', 'mail'],
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
      recipients: ['hosting', 'mail'],
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
      recipients: ['hosting', 'mail', 'tax_authority'],
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
      recipients: ['hosting', 'mail'],
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
  },

  categories: {
    identification: { ro: 'Date de identificare', en: 'Identification' },
    contact: { ro: 'Date de contact', en: 'Contact details' },
    credentials: { ro: 'Date de conectare la acest birou', en: 'Sign-in data of this desk' },
    communication: { ro: 'Mesaje și fișiere', en: 'Messages and files' },
    order_details: { ro: 'Detalii ale comenzii', en: 'Order details' },
    access_details: { ro: 'Acces la sisteme', en: 'Access to systems' },
    server_details: { ro: 'Detalii despre servere', en: 'Server details' },
    client_policy: { ro: 'Reguli de client', en: 'Client policy' },
    payment_references: { ro: 'Referințe de plată', en: 'Payment references' },
    usage: { ro: 'Utilizare', en: 'Usage' },
    security_records: { ro: 'Jurnal de securitate', en: 'Security records' },
    preferences: { ro: 'Preferințe', en: 'Preferences' },
  },

  retention: {
    account: {
      words: { ro: 'Contul și persoanele lui', en: 'The account and its people' },
      from: { ro: 'închiderea contului', en: 'the account is closed' },
      period: 'P30D',
      ground: { ro: 'nevoia de a reveni asupra închiderii', en: 'the need to undo a closing' },
      end: 'delete',
    },
    prospect: {
      words: { ro: 'Cine a scris fără cont', en: 'Those who wrote without an account' },
      from: { ro: 'ultimul mesaj', en: 'the last message' },
      period: 'P1Y',
      ground: { ro: 'răspunsul la întrebare', en: 'answering the question' },
      end: 'delete',
    },
    conversation: {
      words: { ro: 'Tichete și mesaje', en: 'Tickets and messages' },
      from: { ro: 'închiderea tichetului', en: 'the ticket is closed' },
      period: 'P3Y',
      ground: {
        ro: 'garanția lucrării și termenul de prescripție',
        en: 'warranty of the work and limitation of claims',
      },
      end: 'delete',
    },
    order: {
      words: { ro: 'Comenzi', en: 'Orders' },
      from: { ro: 'confirmarea livrării', en: 'the delivery is confirmed' },
      period: 'P3Y',
      ground: {
        ro: 'garanția lucrării și termenul de prescripție',
        en: 'warranty of the work and limitation of claims',
      },
      end: 'delete',
    },
    accounting: {
      words: { ro: 'Documente contabile', en: 'Accounting records' },
      from: { ro: '1 iulie după anul financiar', en: '1 July after the financial year' },
      period: 'P5Y',
      counted: 'after_financial_year',
      ground: { ro: 'Legea contabilității 82/1991', en: 'Accounting Act 82/1991' },
      end: 'delete',
    },
    access: {
      words: { ro: 'Acces încredințat', en: 'Entrusted access' },
      from: { ro: 'încheierea lucrării sau retragerea', en: 'the work ends or the access is withdrawn' },
      period: 'P0D',
      ground: { ro: 'numai cât durează lucrarea', en: 'only while the work lasts' },
      end: 'anonymise',
    },
    access_record: {
      words: { ro: 'Cine s-a conectat, când și de ce', en: 'Who connected, when and why' },
      from: { ro: 'folosirea accesului', en: 'the access is used' },
      period: 'P2Y',
      ground: {
        ro: 'dovada lucrării și securitatea clientului',
        en: 'proof of the work and the security of the client',
      },
      end: 'delete',
    },
    sign_in: {
      words: { ro: 'Sesiuni și încercări de conectare', en: 'Sessions and sign-in attempts' },
      from: { ro: 'sfârșitul sesiunii', en: 'the session ends' },
      period: 'P30D',
      ground: { ro: 'protecția conturilor', en: 'protection of accounts' },
      end: 'delete',
    },
    audit: {
      words: { ro: 'Jurnalul de acces', en: 'Access log' },
      from: { ro: 'scrierea înregistrării', en: 'the entry is written' },
      period: 'P3Y',
      ground: { ro: 'răspunderea pentru date (art. 5(2))', en: 'accountability (Art. 5(2))' },
      end: 'delete',
    },
    letter: {
      words: { ro: 'Scrisori trimise', en: 'Letters sent' },
      from: { ro: 'trimiterea', en: 'the sending' },
      period: 'P90D',
      ground: { ro: 'dovada trimiterii', en: 'proof of sending' },
      end: 'delete',
    },
    visitor_choice: {
      words: { ro: 'Alegerile vizitatorilor fără cont', en: 'Choices of visitors without an account' },
      from: { ro: 'alegere', en: 'the choice' },
      period: 'P3Y',
      ground: { ro: 'dovada consimțământului (art. 7(1))', en: 'proof of consent (Art. 7(1))' },
      end: 'delete',
    },
    visits: {
      words: { ro: 'Statistica vizitelor', en: 'Visit statistics' },
      from: { ro: 'sfârșitul lunii vizitei', en: 'the month of the visit ends' },
      period: 'P13M',
      ground: { ro: 'compararea cu anul trecut', en: 'comparing with a year ago' },
      end: 'delete',
    },
    proof: {
      words: { ro: 'Dovezi ale cererilor și alegerilor', en: 'Proof of requests and choices' },
      from: { ro: 'răspunsul sau retragerea', en: 'the answer or the withdrawal' },
      period: 'P3Y',
      ground: { ro: 'dovada respectării legii (art. 5(2), 7(1))', en: 'proof of compliance (Art. 5(2), 7(1))' },
      end: 'delete',
    },
    backup: {
      words: { ro: 'Copii de siguranță, criptate', en: 'Backups, encrypted' },
      from: { ro: 'facerea copiei', en: 'the backup is made' },
      period: 'P30D',
      ground: { ro: 'refacerea datelor după o avarie (art. 32)', en: 'bringing data back after a failure (Art. 32)' },
      end: 'delete',
    },
    fraud: {
      words: { ro: 'Semne de fraudă', en: 'Signs of fraud' },
      from: { ro: 'apariția semnului', en: 'the sign is raised' },
      period: 'P1Y',
      ground: { ro: 'prevenirea fraudei și dreptul de a contesta', en: 'preventing fraud and the right to contest' },
      end: 'delete',
    },
    provider: {
      words: { ro: 'Datele furnizorului și ale echipei', en: 'The provider and its staff' },
      from: { ro: 'plecarea din echipă', en: 'the person leaves the staff' },
      period: 'P3Y',
      ground: { ro: 'răspunderea pentru lucrări', en: 'responsibility for the work' },
      end: 'anonymise',
    },
  },

  holds: {
    accounting: {
      words: { ro: 'documente contabile', en: 'accounting records' },
      article: 'Art. 17(3)(b)',
      period: 'P5Y',
      from: { ro: '1 iulie după anul financiar', en: '1 July after the financial year' },
    },
    accountability: {
      words: { ro: 'jurnalul de acces, fără nume', en: 'the access log, without names' },
      article: 'Art. 17(3)(b), Art. 5(2)',
      period: 'P3Y',
      from: { ro: 'scrierea înregistrării', en: 'the entry is written' },
    },
    request_proof: {
      words: { ro: 'dovada răspunsului la cerere', en: 'proof that the request was answered' },
      article: 'Art. 17(3)(e)',
      period: 'P3Y',
      from: { ro: 'răspuns', en: 'the answer' },
    },
  },

  consent: { lasts: 'P12M', askAgainAfter: 'P6M' },

  cookies: {
    zavor_session: {
      purpose: 'identity',
      words: {
        ro: 'Vă ține conectat; o valoare la întâmplare, fără date despre dumneavoastră.',
        en: 'Keeps you signed in; a random value without data about you.',
      },
      life: {
        ro: 'până închideți browserul, sau 7 zile dacă bifați „Ține-mă conectat”',
        en: 'until the browser closes, or 7 days if you tick “Keep me signed in”',
      },
      kind: 'necessary',
      setBy: 'sign-in',
    },
    zavor_second_factor: {
      purpose: 'identity',
      words: {
        ro: 'Leagă parola de codul din al doilea pas al conectării.',
        en: 'Ties the password to the code of the second step of sign-in.',
      },
      life: { ro: '10 minute', en: '10 minutes' },
      kind: 'necessary',
      setBy: 'sign-in',
    },
    zavor_passkey: {
      purpose: 'identity',
      words: {
        ro: 'Ține întrebarea la care răspunde cheia de acces.',
        en: 'Holds the challenge that a passkey answers.',
      },
      life: { ro: '5 minute', en: '5 minutes' },
      kind: 'necessary',
      setBy: 'sign-in',
    },
    zavor_language: {
      purpose: 'identity',
      words: { ro: 'Ține minte limba aleasă de dumneavoastră.', en: 'Remembers the language that you chose.' },
      life: { ro: 'până închideți browserul', en: 'until the browser closes' },
      kind: 'necessary',
      setBy: 'choice',
    },
    zavor_choice: {
      purpose: 'self',
      words: {
        ro: 'Ține minte ce ați ales despre cookie-urile opționale; după un refuz nu conține niciun număr al dumneavoastră.',
        en: 'Remembers what you chose about optional cookies; after a refusal it holds no number of yours.',
      },
      life: {
        ro: '6 luni după un refuz, 12 luni după un acord',
        en: '6 months after a refusal, 12 months after a consent',
      },
      lasts: 'P12M',
      kind: 'necessary',
      setBy: 'choice',
    },
    zavor_visit: {
      purpose: 'visits',
      words: {
        ro: 'Un număr la întâmplare, după care vizitele aceluiași browser se numără împreună; numai cu acordul dumneavoastră.',
        en: 'A random number by which the visits of one browser are counted together; only with your consent.',
      },
      life: { ro: '12 luni, sau până retrageți acordul', en: '12 months, or until you withdraw the consent' },
      lasts: 'P12M',
      kind: 'optional',
      setBy: 'consent',
    },
  },

  recipients: {
    hosting: {
      words: { ro: 'furnizorul de găzduire', en: 'the hosting company' },
      role: 'processor',
      country: 'RO',
      safeguard: { ro: 'în Spațiul Economic European', en: 'within the European Economic Area' },
    },
    mail: {
      words: { ro: 'furnizorul de e-mail', en: 'the e-mail company' },
      role: 'processor',
      country: 'RO',
      safeguard: { ro: 'în Spațiul Economic European', en: 'within the European Economic Area' },
    },
    tax_authority: {
      words: { ro: 'ANAF', en: 'the Romanian tax authority (ANAF)' },
      role: 'authority',
      country: 'RO',
      safeguard: { ro: 'în Spațiul Economic European', en: 'within the European Economic Area' },
    },
    authorities: {
      words: { ro: 'autorități, când legea o cere', en: 'authorities, where the law requires it' },
      role: 'authority',
      country: 'RO',
      safeguard: { ro: 'în Spațiul Economic European', en: 'within the European Economic Area' },
    },
  },

  authorities: {
    RO: {
      name: 'Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal (ANSPDCP)',
      address: 'B-dul G-ral Gheorghe Magheru 28-30, Sector 1, 010336 București',
      phone: '+40.318.059.211',
      email: 'anspdcp@dataprotection.ro',
      site: 'https://www.dataprotection.ro',
    },
  },

  ages: { never: 13, digitalConsent: { RO: 16 } },
})

export type Policy = typeof policy
export type PurposeName = keyof Policy['purposes']
export type CategoryName = keyof Policy['categories']
export type RetentionName = keyof Policy['retention']
export type HoldName = keyof Policy['holds']
