import { m } from '../../platform/language/words.ts'
import type { NavItem } from '../../ui/shell/app-nav.tsx'

/** The places of the client's desk. The first four stand at the bottom of a phone. */
export function clientPlaces(): NavItem[] {
  return [
    { to: '/desk', words: m.app_nav_home(), icon: 'home', exact: true },
    { to: '/desk/orders', words: m.app_nav_orders(), icon: 'order' },
    { to: '/desk/tickets', words: m.app_nav_tickets(), icon: 'talk' },
    { to: '/desk/access', words: m.app_nav_access(), icon: 'key' },
    { to: '/desk/articles', words: m.desk_articles(), icon: 'book' },
    { to: '/desk/privacy', words: m.app_nav_privacy(), icon: 'shield' },
    { to: '/desk/account', words: m.app_nav_account(), icon: 'people' },
  ]
}

/** Each place of the staff with the operation that opens it: whoever may not call that does not see it. */
const doors = {
  '/staff/inbox': 'inbox.list',
  '/staff/orders': 'order.queue',
  '/staff/clients': 'client.list',
  '/staff/access': 'secret_request.list',
  '/staff/rights': 'request.overdue',
  '/staff/promises': 'promise.list',
  '/staff/registers': 'policy.show_change',
  '/staff/services': 'service.list',
  '/staff/articles': 'public_article.save',
  '/staff/visits': 'visits.show',
  '/staff/letters': 'letters.list',
  '/staff/team': 'staff.list',
  '/staff/backups': 'backup.list',
  '/staff/settings': 'provider.show',
} as const

export type StaffPlace = keyof typeof doors

/** The places that a role may open, in the order of the menu. @param can whether the roles allow an operation */
export function openPlaces(can: (operation: string) => boolean): StaffPlace[] {
  return (Object.keys(doors) as StaffPlace[]).filter((place) => can(doors[place]))
}

/**
 * The places of the staff. The first four stand at the bottom of a phone.
 * @param overdue requests about data past their deadline
 */
export function staffPlaces(open: readonly StaffPlace[], overdue: number): NavItem[] {
  const provider = m.app_nav_group_provider()
  const late = overdue > 0 ? { count: overdue, late: m.app_nav_overdue() } : {}
  const places: Record<StaffPlace, Omit<NavItem, 'to'>> = {
    '/staff/inbox': { words: m.app_nav_inbox(), icon: 'inbox' },
    '/staff/orders': { words: m.app_nav_orders(), icon: 'order' },
    '/staff/clients': { words: m.app_nav_clients(), icon: 'people' },
    '/staff/access': { words: m.app_nav_access(), icon: 'key' },
    '/staff/rights': { words: m.app_nav_rights(), short: m.app_nav_rights_short(), icon: 'shield', ...late },
    '/staff/promises': { words: m.app_nav_promises(), icon: 'board' },
    '/staff/registers': { words: m.app_nav_registers(), icon: 'book' },
    '/staff/services': { words: m.app_nav_services(), icon: 'book', group: provider },
    '/staff/articles': { words: m.desk_public_articles(), icon: 'book', group: provider },
    '/staff/visits': { words: m.app_nav_visits(), icon: 'board', group: provider },
    '/staff/letters': { words: m.app_nav_letters(), icon: 'mail', group: provider },
    '/staff/team': { words: m.app_nav_team(), icon: 'person', group: provider },
    '/staff/backups': { words: m.backups_title(), icon: 'server', group: provider },
    '/staff/settings': { words: m.app_nav_settings(), icon: 'settings', group: provider },
  }
  return open.map((to) => ({ to, ...places[to] }))
}
