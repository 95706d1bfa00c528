/** How long each kind of data is kept, from which event, on which ground, and what outlives an erasure. */
import type { PolicyShape } from '../src/privacy/policy/shape.ts'

export const retention = {
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
} as const satisfies PolicyShape['retention']

/** What an erasure may keep, with its article and its end (Art. 17(3) GDPR). */
export const holds = {
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
} as const satisfies PolicyShape['holds']
