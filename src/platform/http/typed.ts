const secretName = /password|passphrase|secret|token|sealed|\bcode\b|^current$|otp|privatekey/i

/** The texts of a form by field. No files, nothing of `secrets`, and no field named like a secret: those never go back. */
export function typed(form: FormData, secrets: readonly string[] = []): Record<string, string | string[]> {
  const values: Record<string, string | string[]> = {}
  for (const name of new Set(form.keys())) {
    if (secrets.includes(name) || secretName.test(name)) continue
    const texts = form.getAll(name).filter((value) => typeof value === 'string')
    if (texts.length > 0) values[name] = texts.length === 1 ? texts[0]! : texts
  }
  return values
}
