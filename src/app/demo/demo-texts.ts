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
