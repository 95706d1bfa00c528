import type { PromiseNeeds } from '../need.ts'

/** P26 to P30: security, and how long data is kept. */
export const keepingNeeds = {
  P26: {
    owner: 'owner',
    needs: {
      plain_roles: {
        ro: 'Niciun scop nu are drepturi de administrator în baza de date',
        en: 'No purpose has the rights of an administrator in the database',
      },
      no_base_reading: {
        ro: 'Niciun scop nu poate citi date personale pe lângă vederile lui',
        en: 'No purpose can read personal data past its own views',
      },
      log_whole: {
        ro: 'Jurnalul de acces este întreg și nemodificat',
        en: 'The access log is whole and unchanged',
      },
      second_factor: {
        ro: 'Toată echipa se conectează cu un al doilea factor',
        en: 'All staff sign in with a second factor',
      },
      breaches_in_time: {
        ro: 'Nicio încălcare nu trece de 72 de ore fără notificare sau motiv',
        en: 'No breach passes 72 hours without a notification or a reason',
      },
      headers: {
        ro: 'Paginile interzic conținutul străin',
        en: 'The pages forbid content from elsewhere',
      },
    },
  },
  P27: {
    owner: 'owner',
    needs: {
      register: {
        ro: 'Măsurile organizatorice sunt în registru, cu ultima verificare',
        en: 'Organisational measures are in the register, with their last check',
      },
    },
  },
  P28: {
    owner: 'privacy',
    needs: {
      every_table: { ro: 'Fiecare tabel are un termen din politică', en: 'Every table has a period of the policy' },
      schedule: { ro: 'Se vede ce urmează să expire', en: 'What is due next can be seen' },
    },
  },
  P29: {
    owner: 'privacy',
    needs: {
      no_residue: {
        ro: 'Din persoanele șterse nu a rămas nimic în afara reținerilor',
        en: 'Of erased people nothing remains outside the holds',
      },
      retention_job: {
        ro: 'Ștergerea la termen rulează și își arată cifrele',
        en: 'Erasure at the end of a period runs and shows its counts',
      },
    },
  },
  P30: {
    owner: 'owner',
    needs: {
      ledger: {
        ro: 'Ștergerile se notează și în afara bazei de date',
        en: 'Erasures are also recorded outside the database',
      },
      backups: { ro: 'Copiile de siguranță sunt criptate și expiră', en: 'Backups are encrypted and expire' },
      replayed: {
        ro: 'O restaurare repetă ștergerile înainte de deschidere',
        en: 'A restore repeats the erasures before it opens',
      },
    },
  },
} as const satisfies Record<string, PromiseNeeds>
