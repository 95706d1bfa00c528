/**
 * Runs again what another database of the same server overtook: roles belong to the whole server, and PostgreSQL refuses
 * the later of two changes to one. `act` must be safe to run again.
 */
export async function unlessOvertaken<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string }
      if (attempt >= 8 || code !== 'XX000' || !message?.includes('concurrently updated')) throw error
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt + Math.random() * 100))
    }
  }
}
