import { route } from '@react-router/dev/routes'
import type { CapabilityPages } from '../../ui/capability-pages.ts'

const page = (path: string, file: string, id?: string) => route(path, `identity/pages/${file}`, id ? { id } : {})

export const identityPages: CapabilityPages = {
  public: [page('register', 'register.tsx')],
  client: [
    page('account', 'account.tsx'),
    page('account/security', 'security.tsx', 'client-security'),
    page('account/invite', 'invite-person.tsx'),
    page('account/people/:personId', 'person.tsx'),
  ],
  staff: [
    page('account', 'staff-account.tsx'),
    page('account/security', 'security.tsx', 'staff-security'),
    page('team', 'team.tsx'),
    page('team/invite', 'invite-staff.tsx'),
    page('team/:staffId', 'staff-person.tsx'),
    page('settings', 'settings.tsx'),
    page('welcome', 'welcome.tsx'),
  ],
  bare: [
    page('sign-in', 'sign-in.tsx'),
    page('sign-in/code', 'sign-in-code.tsx'),
    page('sign-in/passkey', 'sign-in-passkey.ts'),
    page('sign-in/again', 'sign-in-again.tsx'),
    page('sign-in/kept', 'sign-in-kept.tsx'),
    page('sign-in/second-factor', 'enrol.tsx'),
    page('sign-out', 'sign-out.ts'),
    page('language', 'language.ts'),
    page('switch', 'switch.ts'),
    page('passkey', 'new-passkey.ts'),
    page('security', 'security-redirect.ts'),
    page('password', 'forgotten-password.tsx'),
    page('password/new/:token', 'new-password.tsx'),
    page('join/:token', 'join.tsx'),
    page('join-staff/:token', 'join-staff.tsx'),
    page('setup', 'setup.tsx'),
  ],
}
