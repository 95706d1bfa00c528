import type { PromiseNeeds } from '../need.ts'

/** P31 to P39: the rights of people. */
export const rightsNeeds = {
  P31: {
    owner: 'privacy',
    needs: {
      signed_in: {
        ro: 'Centrul de confidențialitate arată tot ce se păstrează',
        en: 'The privacy centre shows everything that is held',
      },
      by_mail: {
        ro: 'Un e-mail devine cerere, cu același termen',
        en: 'An e-mail becomes a request, with the same deadline',
      },
    },
  },
  P32: {
    owner: 'privacy',
    needs: {
      said_at_closing: {
        ro: 'La închiderea contului se spune ce rămâne public',
        en: 'Closing an account says what stays public',
      },
    },
  },
  P33: {
    owner: 'privacy',
    needs: {
      fresh_sign_in: {
        ro: 'Schimbarea și ștergerea datelor cer o reconectare',
        en: 'Changing and erasing data ask to sign in again',
      },
      mailed_code: {
        ro: 'Prin e-mail, un cod merge la o adresă deja cunoscută',
        en: 'By e-mail, a code goes to an address already known',
      },
    },
  },
  P34: {
    owner: 'privacy',
    needs: {
      seen: { ro: 'Datele se pot vedea', en: 'Data can be seen' },
      corrected: { ro: 'Datele se pot corecta', en: 'Data can be corrected' },
      erased: { ro: 'Datele se pot șterge', en: 'Data can be erased' },
      passed_on: {
        ro: 'Cine a primit datele află că au fost șterse',
        en: 'Whoever received the data is told that it was erased',
      },
      by_mail: { ro: 'Toate merg și prin e-mail', en: 'All of it works by e-mail too' },
    },
  },
  P35: {
    owner: 'privacy',
    needs: {
      portability: { ro: 'Datele se descarcă în JSON și CSV', en: 'Data can be downloaded as JSON and CSV' },
      limits_work: {
        ro: 'Cine s-a opus sau a fost restricționat nu apare în acel scop',
        en: 'Who objected or is restricted does not appear in that purpose',
      },
      asked: {
        ro: 'Opoziția și restricționarea se pot cere',
        en: 'Objection and restriction can be asked for',
      },
    },
  },
  P36: {
    owner: 'privacy',
    needs: {
      none_assumed: {
        ro: 'Fără consimțământ, nimeni nu apare în scopurile care îl cer',
        en: 'Without consent nobody appears in the purposes that need it',
      },
      ledger: { ro: 'Consimțământul și retragerea rămân notate', en: 'Consent and withdrawal stay on record' },
      as_easy: { ro: 'Retragerea este la fel de ușoară', en: 'Withdrawing is as easy as giving' },
      in_time: {
        ro: 'Niciun consimțământ nu ține mai mult decât spune politica',
        en: 'No consent lasts longer than the policy says',
      },
      text_kept: {
        ro: 'Fiecare alegere are textul exact care a fost arătat',
        en: 'Every choice has the exact text that was shown',
      },
    },
  },
  P37: {
    owner: 'privacy',
    needs: {
      on_page: {
        ro: 'Autoritatea este pe pagina politicii, cu datele ei',
        en: 'The authority is on the policy page, with its details',
      },
      in_answers: {
        ro: 'Autoritatea este în fiecare răspuns și refuz',
        en: 'The authority is in every answer and refusal',
      },
    },
  },
  P38: {
    owner: 'privacy',
    needs: {
      clock: { ro: 'Fiecare cerere are un termen calculat', en: 'Every request has a computed deadline' },
      answered: {
        ro: 'Nicio cerere nu se închide fără răspuns',
        en: 'No request is closed without an answer',
      },
    },
  },
  P39: {
    owner: 'owner',
    needs: {
      open_pages: {
        ro: 'Paginile publice se deschid fără cont și fără cookie',
        en: 'The public pages open without an account and without a cookie',
      },
      status_link: {
        ro: 'Răspunsul se urmărește printr-un link',
        en: 'The answer can be followed by a link',
      },
      articles: {
        ro: 'Baza de cunoștințe se citește fără cont',
        en: 'The knowledge base can be read without an account',
      },
      chat: { ro: 'Chatul merge fără cont', en: 'Chat works without an account' },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
