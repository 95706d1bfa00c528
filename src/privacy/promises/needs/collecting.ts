import type { PromiseNeeds } from '../need.ts'

/** P1 to P7: what the policy covers and what people are asked for. */
export const collectingNeeds = {
  P1: {
    owner: 'privacy',
    needs: {
      capacity: {
        ro: 'Fiecare tabel spune dacă datele sunt ale furnizorului sau ale clientului',
        en: 'Every table says whether the data is held for the provider or for the client',
      },
      passed_on: {
        ro: 'Cererile clienților unui client ajung la acel client',
        en: 'Requests from a client’s own customers reach that client',
      },
      own_ends: {
        ro: 'Clienții unui client nu intră în niciun scop propriu al furnizorului',
        en: 'A client’s own customers are in no purpose of the provider’s own',
      },
      both_registers: {
        ro: 'Registrul prelucrărilor le arată pe amândouă, fiecare client cu ce se face pentru el',
        en: 'The register of processing shows both, each client with what is done for it',
      },
    },
  },
  P2: {
    owner: 'owner',
    needs: {
      form_fields: {
        ro: 'Înregistrarea cere exact datele declarate',
        en: 'Registering asks for exactly the declared details',
      },
      exported: {
        ro: 'Fiecare dintre ele este în descărcarea datelor',
        en: 'Each of them is in the download of one’s data',
      },
    },
  },
  P3: {
    owner: 'billing',
    needs: {
      none_stored: {
        ro: 'Nicio coloană nu conține un număr de card sau un IBAN',
        en: 'No column holds a card number or an IBAN',
      },
      refused_in_text: {
        ro: 'Textele scrise de oameni refuză numere de card și IBAN-uri',
        en: 'Texts that people write refuse card numbers and IBANs',
      },
      hosted_page: {
        ro: 'Plata se face pe pagina unui procesator de plăți',
        en: 'Payment happens on the page of a payment processor',
      },
    },
  },
  P4: {
    owner: 'technician',
    needs: {
      by_form: { ro: 'Se poate scrie prin formular', en: 'One can write through the form' },
      in_export: {
        ro: 'Conversația este în descărcarea datelor',
        en: 'The conversation is in the download of one’s data',
      },
      by_mail: { ro: 'Se poate scrie prin e-mail', en: 'One can write by e-mail' },
      by_chat: { ro: 'Se poate scrie în fereastra de chat', en: 'One can write in the chat window' },
    },
  },
  P5: {
    owner: 'privacy',
    needs: {
      nothing_recorded: {
        ro: 'Nimic nu înregistrează deschiderea unei scrisori fără acord',
        en: 'Nothing records the opening of a letter without consent',
      },
      by_consent: {
        ro: 'Confirmarea deschiderii se poate activa și opri de către persoană',
        en: 'The person can switch the confirmation of opening on and off',
      },
      silent_after: {
        ro: 'După retragere nu se mai înregistrează nimic, nici pentru scrisorile vechi',
        en: 'After a withdrawal nothing is recorded, not even for old letters',
      },
    },
  },
  P6: {
    owner: 'privacy',
    needs: {
      registry_only: {
        ro: 'Paginile publice nu pun niciun cookie înainte de o alegere, iar după ea numai cele din registru',
        en: 'The public pages set no cookie before a choice, and after it only those of the registry',
      },
      none_optional: {
        ro: 'Nu există cookie opțional înainte de un acord, nici după un refuz',
        en: 'There is no optional cookie before a consent, nor after a refusal',
      },
      equal_buttons: {
        ro: 'Refuzul și acordul sunt la fel de aproape, iar retragerea cere tot un pas',
        en: 'Refusing and agreeing are equally near, and withdrawing takes one step as well',
      },
      published: {
        ro: 'Pagina publică numește fiecare cookie din registru',
        en: 'The public page names every cookie of the registry',
      },
    },
  },
  P7: {
    owner: 'privacy',
    needs: {
      map_complete: {
        ro: 'Fiecare coloană cu date personale are nume, scopuri cu temei și termen',
        en: 'Every column of personal data has a name, purposes with a basis, and a period',
      },
      beside_fields: {
        ro: 'Motivul stă lângă fiecare câmp al formularelor publice',
        en: 'The reason stands beside every field of the public forms',
      },
      on_record: {
        ro: 'Ce informare a stat lângă câmpuri rămâne notat, cu textul ei',
        en: 'Which notice stood beside the fields stays on record, with its text',
      },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
