/** Every table of identity. */
import { accountData } from './account/account.data.ts'
import { invitationData } from './account/invitation.data.ts'
import { memberData } from './account/member.data.ts'
import { personData } from './account/person.data.ts'
import { termsAcceptanceData } from './account/terms-acceptance.data.ts'
import { apiKeyData } from './api-key/api-key.data.ts'
import { staffApiKeyData } from './api-key/staff-api-key.data.ts'
import { providerData } from './provider/provider.data.ts'
import { setupTokenData } from './provider/setup-token.data.ts'
import { loginData } from './sign-in/login.data.ts'
import { loginCredentialData } from './sign-in/login-credential.data.ts'
import { loginDeviceData } from './sign-in/login-device.data.ts'
import { loginLinkData } from './sign-in/login-link.data.ts'
import { loginPasskeyData } from './sign-in/login-passkey.data.ts'
import { loginRateData } from './sign-in/login-rate.data.ts'
import { loginSessionData } from './sign-in/login-session.data.ts'
import { loginTwoFactorData } from './sign-in/login-two-factor.data.ts'
import { loginVerificationData } from './sign-in/login-verification.data.ts'
import { staffData } from './staff/staff.data.ts'
import { staffInvitationData } from './staff/staff-invitation.data.ts'

export const identityMaps = [
  accountData,
  invitationData,
  memberData,
  personData,
  termsAcceptanceData,
  apiKeyData,
  staffApiKeyData,
  providerData,
  setupTokenData,
  loginData,
  loginCredentialData,
  loginDeviceData,
  loginLinkData,
  loginPasskeyData,
  loginRateData,
  loginSessionData,
  loginTwoFactorData,
  loginVerificationData,
  staffData,
  staffInvitationData,
]
