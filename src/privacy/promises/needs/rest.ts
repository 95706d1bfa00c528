import type { PromiseNeeds } from '../need.ts'

/** P40 to P44. */
export const restNeeds = {
  P40: {
    owner: 'privacy',
    needs: {
      no_birth_date: { ro: 'Nicio coloană nu păstrează o dată de naștere', en: 'No column keeps a birth date' },
      age_stated: {
        ro: 'Fiecare persoană cu cont a confirmat vârsta',
        en: 'Every person with an account confirmed their age',
      },
      report: { ro: 'O sesizare duce la ștergere în aceeași zi', en: 'A report leads to removal within the day' },
    },
  },
  P41: {
    owner: 'privacy',
    needs: {
      versions: {
        ro: 'Versiunile publicate rămân, cu data și diferența lor',
        en: 'Published versions remain, with their date and difference',
      },
      no_old_consent: {
        ro: 'Niciun scop nu se sprijină pe un consimțământ dat pentru alt text',
        en: 'No purpose rests on a consent given to another text',
      },
      told: {
        ro: 'Fiecare persoană este anunțată o dată pentru fiecare schimbare importantă',
        en: 'Each person is told once of each material change',
      },
    },
  },
  P42: {
    owner: 'privacy',
    needs: {
      grounds: {
        ro: 'Fiecare destinatar are țară și temei al transferului',
        en: 'Every recipient has a country and a ground for the transfer',
      },
      blocked: {
        ro: 'Un temei căzut oprește trimiterea',
        en: 'A ground that falls stops the sending',
      },
    },
  },
  P43: {
    owner: 'technician',
    needs: {
      access_first: {
        ro: 'Nicio comandă nu este în lucru cu accesul nedat',
        en: 'No order is in work while access is missing',
      },
      steps: {
        ro: 'Fiecare comandă își păstrează pașii, cu ora lor',
        en: 'Every order keeps its steps, with their time',
      },
    },
  },
  P44: {
    owner: 'privacy',
    needs: {
      one_address: {
        ro: 'Adresa de confidențialitate este una singură și este pe pagină',
        en: 'There is one privacy address, and it is on the page',
      },
      officer: {
        ro: 'Responsabilul cu protecția datelor, dacă este numit, stă pe pagina politicii',
        en: 'The data protection officer, where one is named, is on the policy page',
      },
      mailbox: {
        ro: 'La această adresă se răspunde din birou',
        en: 'That address is answered from the desk',
      },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
