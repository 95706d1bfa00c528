import { m } from '../../platform/language/words.ts'
import { Invalid } from '../../privacy/operation/errors.ts'
import { type PasswordFault, passwordFault, shortestPassword } from './password.rules.ts'

const words: Record<PasswordFault, () => string> = {
  too_short: () => m.identity_password_too_short({ count: shortestPassword }),
  too_long: () => m.identity_password_too_long(),
  too_common: () => m.identity_password_too_common(),
  holds_email: () => m.identity_password_holds_email(),
}

/** @throws Invalid naming the field, when the password is not good enough for that address */
export function checkPassword(password: string, email: string, field = 'password'): void {
  const fault = passwordFault(password, email)
  if (fault) throw new Invalid({ [field]: words[fault]() })
}
