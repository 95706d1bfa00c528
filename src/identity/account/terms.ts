/** The terms that are accepted when an account is opened. A change of the text changes the version. */
export const termsVersion = '2026-11'

/** The statement of age, neutral in its wording; kept by its version, without a birth date. */
export const ageStatementVersion = '2026-11'
