import type { PromiseNeeds } from '../need.ts'

const handedOver = {
  envelopes: {
    ro: 'Depunerile sunt numai plicuri criptate, deschise doar de broker',
    en: 'Deposits are encrypted envelopes only, opened by nobody but the broker',
  },
  uses_shown: {
    ro: 'Clientul vede fiecare acces temporar și fiecare folosire',
    en: 'The client sees every temporary access and every use',
  },
} as const

/** P8 to P15: what is entrusted, what comes from elsewhere, and how work on systems is done. */
export const accessNeeds = {
  P8: { owner: 'technician', needs: handedOver },
  P9: { owner: 'technician', needs: handedOver },
  P10: {
    owner: 'technician',
    needs: {
      sheet: { ro: 'Clientul are o fișă cu regulile lui', en: 'The client has a sheet of its rules' },
      history: { ro: 'Versiunile mai vechi ale fișei rămân', en: 'Earlier versions of the sheet remain' },
    },
  },
  P11: { owner: 'technician', needs: handedOver },
  P12: {
    owner: 'privacy',
    needs: {
      nothing_added: {
        ro: 'Nimic din surse publice nu este adăugat fără sursă și dată',
        en: 'Nothing from public sources is added without its source and date',
      },
      switch: {
        ro: 'Completarea se poate porni și opri și arată sursa lângă valoare',
        en: 'Additions can be switched on and off and show the source beside the value',
      },
    },
  },
  P13: {
    owner: 'privacy',
    needs: {
      no_address: { ro: 'Nicio coloană nu păstrează o adresă IP', en: 'No column keeps an IP address' },
      counted: {
        ro: 'Vizitele se numără fără a ști cine vizitează',
        en: 'Visits are counted without knowing who visits',
      },
      by_consent: {
        ro: 'Numărarea pe vizitator are nevoie de acord',
        en: 'Counting per visitor needs consent',
      },
    },
  },
  P14: {
    owner: 'sales',
    needs: {
      declared_fields: {
        ro: 'Câmpurile comenzii sunt declarate, cu scop și termen',
        en: 'The fields of an order are declared, with purpose and period',
      },
      per_service: { ro: 'Fiecare serviciu are formularul lui', en: 'Each service has its own form' },
    },
  },
  P15: {
    owner: 'technician',
    needs: {
      named_requests: {
        ro: 'Fiecare solicitare spune ce, de ce și până când',
        en: 'Every request says what, why and until when',
      },
      time_boxed: {
        ro: 'Fiecare acces temporar are motiv și sfârșit',
        en: 'Every temporary access has a reason and an end',
      },
      recorded_sessions: {
        ro: 'Sesiunile pe servere sunt intermediate și înregistrate',
        en: 'Sessions on servers are brokered and recorded',
      },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
