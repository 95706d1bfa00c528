import type { NavItem } from '../shell/app-nav.tsx'
import type { NoticeWords } from '../text/data-notice.tsx'

export const galleryNav: NavItem[] = [
  { to: '/dev/gallery', words: 'Acasă', icon: 'home' },
  { to: '/desk/orders', words: 'Comenzi', icon: 'order', count: 2 },
  { to: '/desk/tickets', words: 'Tichete', icon: 'talk', count: 14 },
  { to: '/desk/access', words: 'Acces', icon: 'key' },
  { to: '/desk/privacy', words: 'Datele mele', icon: 'shield' },
  { to: '/desk/account', words: 'Cont și persoane', icon: 'people', group: 'Cont' },
  { to: '/desk/settings', words: 'Setări', icon: 'settings', group: 'Cont' },
  { to: '/desk/inbox', words: 'Primite', icon: 'inbox', group: 'Echipă' },
  { to: '/desk/board', words: 'Promisiuni', icon: 'board', group: 'Echipă' },
  { to: '/desk/servers', words: 'Servere', icon: 'server', group: 'Echipă' },
]

export const notice: NoticeWords = {
  purposes: ['a vă răspunde', 'a ține legătura despre comandă'],
  basis: 'contract',
  period: '3 ani de la ultimul mesaj',
  to: '/ro/policy#p2',
}

export const longSubject =
  'Serverul de poștă refuză mesajele mai mari de 10 MB de la unii expeditori de când am schimbat certificatul, iar în jurnal apare «450 4.7.1 Client host rejected: cannot find your hostname» deși înregistrările DNS par corecte și nimeni nu a mai umblat la ele din primăvară, când s-a mutat zona la alt furnizor'

/** A moment some minutes before now. */
export function ago(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000)
}
