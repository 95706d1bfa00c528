/** Three services to start from. The provider changes them, adds to them or retires them. */
import { authorisedEmail, billingAddress, chatAccount } from './example-fields.ts'
import type { ServiceTerms } from './service.terms.ts'

export interface ExampleService {
  readonly slug: string
  /** Everything but the currency, which is the provider's. */
  readonly terms: Omit<ServiceTerms, 'price'>
  /** In lei; other currencies start from a fifth of it. */
  readonly lei: number
  readonly unit: 'once' | 'monthly'
}

const setUp: ExampleService = {
  slug: 'server-setup',
  lei: 1450,
  unit: 'once',
  terms: {
    name: { ro: 'Instalarea și securizarea unui server', en: 'Server set-up and hardening' },
    summary: {
      ro: 'Un server Linux pregătit de lucru: actualizat, închis către lume, cu copii de siguranță și supraveghere.',
      en: 'A Linux server made ready for work: updated, closed to the world, backed up and watched.',
    },
    description: {
      ro: 'Instalăm sistemul sau îl preluăm pe cel existent, aducem totul la zi, lăsăm deschise numai serviciile folosite, mutăm conectarea pe chei, pornim paravanul de protecție, actualizările automate de securitate, copiile de siguranță zilnice și alertele. Lucrăm în ore stabilite cu dumneavoastră; o repornire poate fi necesară.',
      en: 'We install the system or take over the one there is, bring everything up to date, leave open only the services in use, move sign-in to keys, and turn on the firewall, automatic security updates, daily backups and alerts. We work at hours agreed with you; one restart may be needed.',
    },
    delivers: {
      ro: 'Un raport cu fiecare schimbare făcută, porturile rămase deschise și de ce, unde sunt copiile de siguranță și cum se restaurează, și rezultatul unei restaurări de probă.',
      en: 'A report with every change made, the ports left open and why, where the backups are and how to restore them, and the result of a trial restore.',
    },
    fields: [
      authorisedEmail,
      billingAddress,
      chatAccount,
      {
        name: 'server_details',
        kind: 'server_detail',
        input: 'lines',
        label: { ro: 'Detalii despre server', en: 'Server details' },
        hint: {
          ro: 'Unde este găzduit, ce sistem are, la ce folosește. Parolele le cerem separat, în siguranță.',
          en: 'Where it is hosted, which system it runs, what it is for. Passwords are asked for separately, safely.',
        },
        required: true,
      },
      {
        name: 'working_hours',
        kind: 'support_detail',
        input: 'choice',
        label: { ro: 'Când putem reporni serverul', en: 'When may we restart the server' },
        required: true,
        choices: [
          { name: 'any_time', label: { ro: 'Oricând', en: 'At any time' } },
          { name: 'night', label: { ro: 'Numai noaptea, 22–6', en: 'At night only, 22–6' } },
          { name: 'ask', label: { ro: 'Întrebați înainte', en: 'Ask first' } },
        ],
      },
    ],
    access: [
      {
        name: 'server',
        kind: 'server',
        label: { ro: 'Serverul: SSH cu drepturi de administrator', en: 'The server: SSH with administrator rights' },
        why: {
          ro: 'Ca să instalăm și să securizăm. După confirmare accesul se încheie.',
          en: 'To install and harden it. The access ends when you confirm.',
        },
      },
    ],
  },
}

const monthly: ExampleService = {
  slug: 'server-administration',
  lei: 750,
  unit: 'monthly',
  terms: {
    name: { ro: 'Administrare lunară de server', en: 'Monthly server administration' },
    summary: {
      ro: 'Avem grijă de un server lună de lună: actualizări, supraveghere, copii de siguranță și intervenții.',
      en: 'We look after a server month by month: updates, watching, backups and repairs.',
    },
    description: {
      ro: 'Supraveghem serverul zi și noapte, aplicăm actualizările de securitate în cel mult trei zile, verificăm copiile de siguranță în fiecare săptămână și intervenim când ceva cade. Patru ore de intervenții pe lună sunt incluse. Puteți opri serviciul la sfârșitul oricărei luni.',
      en: 'We watch the server day and night, apply security updates within three days, check the backups every week and step in when something fails. Four hours of repairs a month are included. You may stop the service at the end of any month.',
    },
    delivers: {
      ro: 'Preluarea serverului cu o verificare inițială scrisă, apoi în fiecare lună un raport: ce s-a actualizat, ce s-a stricat și cum s-a reparat, starea copiilor de siguranță.',
      en: 'The take-over of the server with a written first inspection, then a monthly report: what was updated, what broke and how it was mended, the state of the backups.',
    },
    fields: [
      authorisedEmail,
      billingAddress,
      chatAccount,
      {
        name: 'server_details',
        kind: 'server_detail',
        input: 'lines',
        label: { ro: 'Detalii despre server', en: 'Server details' },
        hint: {
          ro: 'Unde este găzduit, ce sistem și ce servicii rulează, unde ajung copiile de siguranță.',
          en: 'Where it is hosted, which system and services it runs, where the backups go.',
        },
        required: true,
      },
      {
        name: 'escalation',
        kind: 'support_detail',
        input: 'lines',
        label: { ro: 'Pe cine anunțăm când serverul cade', en: 'Whom do we tell when the server fails' },
        hint: {
          ro: 'Nume, cum îl găsim, între ce ore. Spuneți-le și celor pe care îi treceți aici.',
          en: 'Name, how to reach them, between which hours. Let the people you name here know.',
        },
        required: true,
      },
    ],
    access: [
      {
        name: 'server',
        kind: 'server',
        label: { ro: 'Serverul: SSH cu drepturi de administrator', en: 'The server: SSH with administrator rights' },
        why: { ro: 'Ca să actualizăm și să reparăm.', en: 'To update and repair it.' },
      },
      {
        name: 'ticketing',
        kind: 'ticketing',
        label: {
          ro: 'Sistemul dumneavoastră de tichete sau panoul de găzduire',
          en: 'Your ticketing system or hosting panel',
        },
        why: {
          ro: 'Ca să vedem sesizările și să repornim serverul când nu mai răspunde la SSH.',
          en: 'To see what is reported and to restart the server when SSH no longer answers.',
        },
      },
    ],
  },
}

const migration: ExampleService = {
  slug: 'site-and-mail-migration',
  lei: 950,
  unit: 'once',
  terms: {
    name: { ro: 'Mutarea unui site și a e-mailului pe alt server', en: 'Moving a site and its mail to another server' },
    summary: {
      ro: 'Mutăm un site, baza lui de date și căsuțele de e-mail pe alt server, cu cel mult câteva minute de întrerupere.',
      en: 'We move a site, its database and its mailboxes to another server, with a few minutes of interruption at most.',
    },
    description: {
      ro: 'Copiem fișierele, baza de date și căsuțele, verificăm totul pe serverul nou înainte de mutare, scurtăm din timp valorile DNS, facem comutarea la ora aleasă și păstrăm vechiul server neatins până confirmați.',
      en: 'We copy the files, the database and the mailboxes, check everything on the new server before the move, shorten the DNS values in time, switch over at the hour you choose, and leave the old server untouched until you confirm.',
    },
    delivers: {
      ro: 'Site-ul și e-mailul pe serverul nou, o listă cu ce s-a verificat (pagini, formulare, trimitere și primire, certificate), și pașii pentru închiderea vechiului server.',
      en: 'The site and the mail on the new server, a list of what was checked (pages, forms, sending and receiving, certificates), and the steps for closing the old server.',
    },
    fields: [
      authorisedEmail,
      billingAddress,
      chatAccount,
      {
        name: 'what_moves',
        kind: 'server_detail',
        input: 'lines',
        label: { ro: 'Ce mutăm: domenii, căsuțe, baze de date', en: 'What moves: domains, mailboxes, databases' },
        hint: {
          ro: 'Domeniile, numărul de căsuțe și mărimea lor, unde este DNS-ul.',
          en: 'The domains, how many mailboxes of what size, where the DNS is.',
        },
        required: true,
      },
      {
        name: 'switch_hour',
        kind: 'support_detail',
        input: 'line',
        label: { ro: 'Ziua și ora comutării', en: 'Day and hour of the switch' },
        hint: { ro: 'De exemplu: sâmbătă după 22.', en: 'For example: Saturday after 22.' },
        required: true,
      },
    ],
    access: [
      {
        name: 'old_server',
        kind: 'server',
        label: { ro: 'Serverul vechi: SSH', en: 'The old server: SSH' },
        why: { ro: 'Ca să copiem fișierele și căsuțele.', en: 'To copy the files and the mailboxes.' },
      },
      {
        name: 'old_database',
        kind: 'database',
        label: { ro: 'Baza de date a site-ului', en: 'The database of the site' },
        why: { ro: 'Ca s-o copiem fără pierderi.', en: 'To copy it without loss.' },
      },
      {
        name: 'new_server',
        kind: 'server',
        label: {
          ro: 'Serverul nou: SSH cu drepturi de administrator',
          en: 'The new server: SSH with administrator rights',
        },
        why: { ro: 'Ca să instalăm și să pornim totul acolo.', en: 'To install and start everything there.' },
      },
    ],
  },
}

export const exampleServices: readonly ExampleService[] = [setUp, monthly, migration]
