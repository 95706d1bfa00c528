/** Every operation of identity. */
import type { AnyOperation } from '../privacy/operation/operation.ts'
import { changeLanguage } from './account/change-language.ts'
import { changeRoles } from './account/change-roles.ts'
import { endPlace } from './account/end-place.ts'
import { expireRegistrations } from './account/expire-registrations.ts'
import { invitePerson } from './account/invite-person.ts'
import { joinAccount, showInvitation } from './account/join-account.ts'
import { listPeople } from './account/list-people.ts'
import { register } from './account/register.ts'
import { showAccount } from './account/show-account.ts'
import { switchAccount } from './account/switch-account.ts'
import { createApiKey } from './api-key/create-api-key.ts'
import { endApiKey } from './api-key/end-api-key.ts'
import { formNotices } from './form-notices.ts'
import { setUpProvider, showSetup } from './provider/set-up-provider.ts'
import { changeProvider, showProvider } from './provider/show-provider.ts'
import { replayIdentityEnd } from './replay-identity-end.ts'
import { replayLoginEnd } from './replay-login-end.ts'
import { addPasskey, askNewPasskey } from './security/add-passkey.ts'
import { changePassword } from './security/change-password.ts'
import { endSecondFactor, renewRecoveryCodes } from './security/change-second-factor.ts'
import { endOtherSessions, endSession } from './security/end-session.ts'
import { confirmSecondFactor, startSecondFactor } from './security/enrol-second-factor.ts'
import { removePasskey } from './security/remove-passkey.ts'
import { showSecurity } from './security/show-security.ts'
import { askForReset } from './sign-in/ask-for-reset.ts'
import { confirmAgain } from './sign-in/confirm-again.ts'
import { linkFromServer } from './sign-in/link-from-server.ts'
import { setNewPassword, showReset } from './sign-in/set-new-password.ts'
import { signInWithCode } from './sign-in/sign-in-with-code.ts'
import { askPasskey, signInWithPasskey } from './sign-in/sign-in-with-passkey.ts'
import { signInWithPassword } from './sign-in/sign-in-with-password.ts'
import { signOut } from './sign-in/sign-out.ts'
import { changeStaffRoles, endStaff } from './staff/change-staff.ts'
import { inviteStaff } from './staff/invite-staff.ts'
import { joinStaff, showStaffInvitation } from './staff/join-staff.ts'
import { listStaff } from './staff/list-staff.ts'

export const identityOperations: readonly AnyOperation[] = [
  register,
  expireRegistrations,
  showInvitation,
  joinAccount,
  showAccount,
  listPeople,
  invitePerson,
  changeRoles,
  endPlace,
  switchAccount,
  changeLanguage,
  signInWithPassword,
  signInWithCode,
  askPasskey,
  signInWithPasskey,
  signOut,
  confirmAgain,
  askForReset,
  showReset,
  setNewPassword,
  showSecurity,
  startSecondFactor,
  confirmSecondFactor,
  renewRecoveryCodes,
  endSecondFactor,
  askNewPasskey,
  addPasskey,
  removePasskey,
  changePassword,
  endSession,
  endOtherSessions,
  createApiKey,
  endApiKey,
  formNotices,
  showSetup,
  setUpProvider,
  showProvider,
  changeProvider,
  listStaff,
  inviteStaff,
  showStaffInvitation,
  joinStaff,
  changeStaffRoles,
  endStaff,
  replayIdentityEnd,
  replayLoginEnd,
  linkFromServer,
] as const
