import type { Desk } from '../app/desk.ts'
import { passingDesk } from '../app/passing-desk.ts'
import type { Settings } from '../app/settings.ts'
import { withKeys } from './owner.ts'

/** Works by the operations of the desk that lies there, whether it runs or not. */
export async function withDesk<Result>(settings: Settings, work: (desk: Desk) => Promise<Result>): Promise<Result> {
  return withKeys(settings, async (ownerUrl, keys) => {
    const desk = await passingDesk({ ownerUrl, databaseRing: keys.database, deskRing: keys.desk, settings })
    try {
      return await work(desk)
    } finally {
      await desk.close()
    }
  })
}
