import pg from 'pg'

const WRONG_PASSWORD = '28P01'

/**
 * Makes sure that the owner logs in with the first password, whichever of them it had until now.
 * Throws when the database knows none of them.
 */
export async function settleOwnerPassword(
  urlWith: (password: string) => string,
  passwords: readonly string[],
): Promise<void> {
  for (const [index, password] of passwords.entries()) {
    const client = new pg.Client({ connectionString: urlWith(password) })
    try {
      await client.connect()
      if (index > 0) await client.query(`alter role current_user password '${passwords[0]}'`)
      return
    } catch (error) {
      if ((error as { code?: string }).code !== WRONG_PASSWORD) throw error
    } finally {
      await client.end().catch(() => {})
    }
  }
  throw new Error(
    'The database does not know the password that the key file gives: put back the key file that belongs to this data folder.',
  )
}
