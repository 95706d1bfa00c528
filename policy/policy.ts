/**
 * The machine half of the published policy. Purposes, bases, periods, recipients and cookies are compiled from here
 * into database roles, views, grants, types, notices, the export and the erasure. The prose is in ro.md and en.md.
 */
import { definePolicy } from '../src/privacy/policy/shape.ts'
import { holds, retention } from './periods.ts'
import { purposes } from './purposes.ts'

export const policy = definePolicy({
  version: '2026-11',

  purposes,

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

  retention,
  holds,

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
    zavor_chat: {
      purpose: 'support',
      words: {
        ro: 'Vă aduce înapoi la discuția pe care ați început-o în fereastra de chat; o valoare la întâmplare.',
        en: 'Brings you back to the conversation that you began in the chat window; a random value.',
      },
      life: {
        ro: '7 zile de la ultimul mesaj scris, sau până părăsiți discuția',
        en: '7 days after the last message you wrote, or until you leave the conversation',
      },
      kind: 'necessary',
      setBy: 'chat',
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
    backup_store: {
      words: { ro: 'furnizorul care păstrează copiile de siguranță', en: 'the company that keeps backups' },
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
