/** The longer texts of the demonstration, in both languages. */

export const nightWork = {
  ro: '## Lucrări planificate\n\nLucrările planificate se fac noaptea, între 22 și 6, dacă nu ați cerut altfel. Vă anunțăm cu cel puțin două zile înainte ce se oprește și pentru cât timp.',
  en: '## Planned work\n\nPlanned work is done at night, between 22 and 6, unless you asked otherwise. We tell you at least two days before what stops and for how long.',
}

export const aboutOne = {
  titleRo: 'O brutărie care nu mai pierde comenzile de duminică',
  titleEn: 'A bakery that no longer loses its Sunday orders',
  bodyRo:
    'Magazinul online al Brutăriei Unu cădea duminica dimineața, când vin cele mai multe comenzi.\n\nAm găsit copia de siguranță care pornea la aceeași oră și o bază de date fără indecși. Am mutat copia noaptea, am adăugat indecșii și am pus o alertă care sună înainte să se umple discul.\n\nDe atunci au trecut patru luni fără nicio oprire.',
  bodyEn:
    'The online shop of Brutăria Unu went down on Sunday mornings, when most orders come in.\n\nWe found a backup that started at the same hour and a database without indexes. We moved the backup to the night, added the indexes and set an alert that rings before the disk is full.\n\nFour months have passed since then without a single stop.',
}

export const aboutTwo = {
  titleRo: 'Patru magazine, un singur server, nicio surpriză',
  titleEn: 'Four shops, one server, no surprises',
  bodyRo:
    'Client Two vinde în patru țări de pe un singur server, administrat până acum de mai mulți oameni pe rând.\n\nAm scris ce rulează pe el și de ce, am închis ce nu mai folosea nimeni și am încercat o restaurare completă. Durează 40 de minute, iar acum se știe.',
  bodyEn:
    'Client Two sells in four countries from one server, which several people had looked after in turn.\n\nWe wrote down what runs on it and why, closed what nobody used any more and tried a full restore. It takes 40 minutes, and now everybody knows.',
}

export const transfer = {
  successor: 'Gazda Nouă SRL',
  country: 'RO',
  whyRo:
    'De la începutul anului viitor activitatea noastră trece la Gazda Nouă SRL, cu aceiași oameni, la aceleași prețuri. Comenzile începute se termină la fel.',
  whyEn:
    'From the beginning of next year our business passes to Gazda Nouă SRL, with the same people, at the same prices. Orders under way are finished as agreed.',
}

/** What a client asks to have put right. */
export const toPutRight =
  'Numele meu de familie s-a schimbat după căsătorie, din Mureșan în Mureșan-Ardelean. Vă rog să îl îndreptați peste tot, și pe comenzile încheiate.'

export const mailServer = {
  title: 'Serverul de poștă mail1',
  body: `Debian 12, Postfix și Dovecot, 40 de căsuțe. Stă la furnizorul de acasă, într-un dulap din birou.

# Când nu pleacă mesajele

1. Uitați-vă întâi la coadă și la jurnal:

\`\`\`
mailq | tail -n 1
journalctl -u postfix -n 50 --no-pager
\`\`\`

2. Dacă scrie *certificate*, certificatul se reînnoiește din \`/etc/letsencrypt\`, apoi \`systemctl reload postfix dovecot\`.
3. Nu goliți coada. Mesajele de sâmbătă sunt comenzi.

# Cine știe mai mult

- Ioana, pentru tot ce ține de adrese
- firma de internet, 0264 000 000, pentru curent și linie`,
}

export const allShops = {
  title: 'The machine with all our shops',
  body: `One Debian 12 machine, four shops, one database. Restarting the database stops all four.

# Before any restart

- look at \`/srv/maintenance.txt\`: a sale may be running
- tell Mihai, by phone

# A full restore

It takes 40 minutes. The last one that was tried is written in the same file.`,
}

export const publicArticles = [
  {
    slug: 'access-without-passwords-in-mail',
    titleRo: 'Cum predați accesul fără să trimiteți parola prin e-mail',
    titleEn: 'How to hand over access without sending the password by e-mail',
    bodyRo: `O parolă scrisă într-un e-mail rămâne acolo pentru totdeauna. De aceea nu o cerem niciodată așa.

# Ce faceți dumneavoastră

1. Deschideți solicitarea primită, din **Acces**. Ea spune ce se cere, de ce și până când.
2. Scrieți datele. Se criptează în browserul dumneavoastră, înainte să plece.
3. Vedeți pe aceeași pagină fiecare folosire: cine, când și pentru ce lucrare.

# Când ați terminat

Retrageți depunerea. Accesul deschis se închide în aceeași clipă. Apoi schimbați parola, dacă doriți să fiți cu totul liniștit.`,
    bodyEn: `A password written in an e-mail stays there for good. That is why we never ask for one that way.

# What you do

1. Open the request that you got, under **Access**. It says what is asked for, why, and until when.
2. Write the details. They are encrypted in your browser before they leave it.
3. See each use on the same page: who, when, and for which work.

# When you are done

Withdraw the deposit. Access that is open ends at the same moment. Then change the password, if you want to be wholly at ease.`,
  },
  {
    slug: 'what-to-write-when-a-server-is-down',
    titleRo: 'Ce să ne scrieți când a căzut un server',
    titleEn: 'What to write to us when a server is down',
    bodyRo: `Trei rânduri ajung ca să începem imediat:

- **Ce nu merge**, așa cum îl vede cine îl folosește: „magazinul arată eroarea 502”.
- **De când**, și ce s-a schimbat înainte: o actualizare, un certificat, un disc plin.
- **Ce nu avem voie să atingem**, de exemplu serverul de plăți la ore de vârf.

Dacă puteți, adăugați ce scrie în jurnal:

\`\`\`
journalctl -p err -n 20 --no-pager
df -h
\`\`\`

Nu ne scrieți parole. Le cerem noi, printr-o solicitare securizată.`,
    bodyEn: `Three lines are enough for us to begin at once:

- **What does not work**, as those who use it see it: “the shop shows error 502”.
- **Since when**, and what changed before: an update, a certificate, a full disk.
- **What we must not touch**, such as the payment server at busy hours.

If you can, add what the log says:

\`\`\`
journalctl -p err -n 20 --no-pager
df -h
\`\`\`

Write us no passwords. We ask for them ourselves, by a secure request.`,
  },
]
