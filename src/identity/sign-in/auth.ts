/**
 * better-auth, set on our tables. It checks passwords, sets sessions, asks for the second factor and speaks WebAuthn.
 * Its own HTTP routes are not mounted: every way in is an operation of ours that calls it.
 */
import { passkey } from '@better-auth/passkey'
import { betterAuth } from 'better-auth'
import { twoFactor } from 'better-auth/plugins'
import type { Kysely } from 'kysely'
import { newId } from '../../platform/database/id.ts'
import type { For } from '../../privacy/map/types.ts'
import { cookieNames } from './cookies.ts'
import { longestPassword, shortestPassword } from './password.rules.ts'

export interface AuthParts {
  /** The handle of purpose `identity`: sign-in sees its own tables and no other. */
  readonly db: Kysely<For<'identity'>>
  /**
   * Sign cookies and encrypt second-factor secrets; at least 32 characters each, the newest first. They lie outside the
   * database. The older ones still decrypt.
   */
  readonly secrets: readonly [string, ...string[]]
  /** Where people reach the desk, e.g. https://desk.example.com */
  readonly origin: string
  /** Shown in code apps and passkey dialogs. */
  readonly name: string
}

export type Auth = ReturnType<typeof makeAuth>

export const keptSignedInSeconds = 7 * 24 * 60 * 60
export const secondFactorSeconds = 10 * 60
/** How long nobody can take the second step of a login, after ten wrong codes in a row. */
export const lockedSeconds = 15 * 60
const passkeySeconds = 5 * 60

export function makeAuth({ db, secrets, origin, name }: AuthParts) {
  const secure = origin.startsWith('https:')
  return betterAuth({
    appName: name,
    baseURL: origin,
    basePath: '/sign-in/library',
    secret: secrets[0],
    secrets: secrets.map((value, at) => ({ version: secrets.length - at, value })),
    trustedOrigins: [origin],
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    database: { db, type: 'postgres' },
    advanced: {
      database: { generateId: () => newId(), validateSchema: false },
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
      cookies: {
        session_token: { name: cookieNames.session },
        two_factor: { name: cookieNames.secondFactor },
        passkey: { name: cookieNames.passkey },
      },
      // A session without an address cannot tell where a person was.
      ipAddress: { disableIpTracking: true },
    },
    user: {
      modelName: 'login',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'login_session',
      fields: {
        userId: 'login_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: keptSignedInSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'login_credential',
      fields: {
        userId: 'login_id',
        accountId: 'subject',
        providerId: 'method',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      accountLinking: { enabled: false },
    },
    verification: {
      modelName: 'login_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
      storeIdentifier: 'hashed',
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      requireEmailVerification: true,
    },
    plugins: [
      twoFactor({
        issuer: name,
        twoFactorCookieMaxAge: secondFactorSeconds,
        // Wrong codes in a row, whatever first steps they came after.
        accountLockout: { maxFailedAttempts: 10, durationSeconds: lockedSeconds },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'login_two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'login_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: name,
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        // A passkey stands for both factors, so the device must have checked who holds it.
        authentication: {
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new UnverifiedHolder()
          },
        },
        schema: {
          passkey: {
            modelName: 'login_passkey',
            fields: {
              publicKey: 'public_key',
              userId: 'login_id',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  })
}

class UnverifiedHolder extends Error {
  constructor() {
    super('the device did not check who holds the passkey')
  }
}

export { passkeySeconds }
