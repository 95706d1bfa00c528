import { m } from '../../platform/language/words.ts'
import type { NavItem } from '../../ui/shell/app-nav.tsx'

/** The places of the client's desk. The first four stand at the bottom of a phone. */
export function clientPlaces(): NavItem[] {
  return [
    { to: '/desk', words: m.app_nav_home(), icon: 'home', exact: true },
    { to: '/desk/orders', words: m.app_nav_orders(), icon: 'order' },
    { to: '/desk/tickets', words: m.app_nav_tickets(), icon: 'talk' },
    { to: '/desk/access', words: m.app_nav_access(), icon: 'key' },
    { to: '/desk/privacy', words: m.app_nav_privacy(), icon: 'shield' },
    { to: '/desk/account', words: m.app_nav_account(), icon: 'people' },
  ]
}

/** The places of the staff. @param overdue requests about data past their deadline */
export function staffPlaces(overdue: number): NavItem[] {
  const provider = m.app_nav_group_provider()
  return [
    { to: '/staff/inbox', words: m.app_nav_inbox(), icon: 'inbox' },
    { to: '/staff/orders', words: m.app_nav_orders(), icon: 'order' },
    { to: '/staff/clients', words: m.app_nav_clients(), icon: 'people' },
    { to: '/staff/access', words: m.app_nav_access(), icon: 'key' },
    {
      to: '/staff/rights',
      words: m.app_nav_rights(),
      icon: 'shield',
      ...(overdue > 0 ? { count: overdue, late: m.app_nav_overdue() } : {}),
    },
    { to: '/staff/promises', words: m.app_nav_promises(), icon: 'board' },
    { to: '/staff/registers', words: m.app_nav_registers(), icon: 'book' },
    { to: '/staff/services', words: m.app_nav_services(), icon: 'book', group: provider },
    { to: '/staff/visits', words: m.app_nav_visits(), icon: 'board', group: provider },
    { to: '/staff/letters', words: m.app_nav_letters(), icon: 'mail', group: provider },
    { to: '/staff/team', words: m.app_nav_team(), icon: 'person', group: provider },
    { to: '/staff/backups', words: m.backups_title(), icon: 'server', group: provider },
    { to: '/staff/settings', words: m.app_nav_settings(), icon: 'settings', group: provider },
  ]
}
