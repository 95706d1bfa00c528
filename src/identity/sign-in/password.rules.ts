/** What a password must be. The rule is shown before one is typed; a faulty one is told which part failed. */

export const shortestPassword = 12
/** Beyond this nothing is gained, and hashing a novel would cost everybody else their turn. */
export const longestPassword = 200

export type PasswordFault = 'too_short' | 'too_long' | 'too_common' | 'holds_email'

/** Long enough to pass by length alone, and among the first that anybody tries. */
const common = new Set(
  `administrator administrator1 administrator123 changemechangeme contrasenacontrasena iloveyouiloveyou letmeinletmein
  parolaparola parolaparola1 parolamea1234 parolamea123 parola123456 parola1234567 parola12345678 parolaparola123
  password1234 password12345 password123456 password1234567 password12345678 passwordpassword passwordpassword1
  qwertyuiop12 qwertyuiop123 qwertyuiopasdf qwertyqwerty qwertyqwerty1 qwerty123456 qwerty1234567 qazwsxedcrfv
  asdfghjkl123 asdfasdfasdf zxcvbnmzxcvbn zxcvbnm12345 welcomewelcome welcome12345 welcome123456 bineativenit
  1q2w3e4r5t6y 1qaz2wsx3edc 1234qwer1234qwer qwer1234qwer abcd1234abcd abc123abc123 abcdefghijkl abcdefgh1234
  testtesttest test12345678 test123456789 temporary123 supersecret1 supersecret12 secretsecret monkeymonkey
  footballfootball dragondragon sunshine1234 princess1234 romaniaromania romania12345 bucuresti123 steauabucuresti
  dinamobucuresti tehnicsuport rootrootroot rootpassword toortoortoor correcthorsebatterystaple zavorzavorzavor`
    .split(/\s+/)
    .filter(Boolean),
)

/** The first thing wrong with a password, or null. `email` is the address it will guard. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  if ([...password].length < shortestPassword) return 'too_short'
  if (password.length > longestPassword) return 'too_long'
  const plain = password.toLowerCase()
  const local = email.toLowerCase().split('@')[0] ?? ''
  if (local.length >= 4 && plain.replaceAll(local, '').length < shortestPassword / 2) return 'holds_email'
  if (common.has(plain) || isMonotonous(plain)) return 'too_common'
  return null
}

/** Few different characters, or one that always follows its neighbour: 'aaaaaaaaaaaa', '123456789012'. */
function isMonotonous(plain: string): boolean {
  if (new Set(plain).size < 5) return true
  const steps = [...plain].slice(1).map((character, at) => character.charCodeAt(0) - plain.charCodeAt(at))
  return steps.filter((step) => Math.abs(step) === 1).length > steps.length * 0.8
}
