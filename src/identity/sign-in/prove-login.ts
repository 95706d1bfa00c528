import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import type { Tools } from '../../privacy/operation/tools.ts'
import { checkPassword } from './check-password.ts'
import { addLogin, findLoginByEmail, type IdentityTrx, passwordHash } from './login.queries.ts'
import { rates } from './rates.ts'

interface Proof {
  readonly trx: IdentityTrx
  readonly tools: Tools
  readonly name: string
  /** Proven by whoever calls: a link was sent to it. */
  readonly email: string
  readonly password: string
}

/**
 * The login of an address: the existing one if the password is right, else a new one with this password.
 * @throws Invalid naming `password`; TooMany
 */
export async function proveLogin({ trx, tools, name, email, password }: Proof): Promise<string> {
  const known = await findLoginByEmail(trx, email)
  if (!known) {
    checkPassword(password, email)
    return await addLogin(trx, { name, email, hash: await tools.signIn.hashPassword(password) })
  }
  await tools.signIn.rates.count(rates.signInOfLogin, email)
  const hash = await passwordHash(trx, known.id)
  if (!hash || !(await tools.signIn.matches(hash, password)))
    throw new Invalid({ password: m.identity_password_wrong() })
  return known.id
}
