import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnyDataMap } from '../map/data-map.ts'
import { contentHash, type PolicyContent } from './content.ts'
import { machineHalf } from './machine-half.ts'
import type { PolicyShape } from './shape.ts'

/** `tools.runningPolicy`: what this program carries out and shows, read when it started, and its hash. */
export interface RunningPolicy extends PolicyContent {
  readonly hash: string
}

/** @param folder the folder that holds ro.md and en.md */
export async function loadContent(
  policy: PolicyShape,
  maps: readonly AnyDataMap[],
  folder: string,
): Promise<RunningPolicy> {
  const [ro, en] = await Promise.all(['ro.md', 'en.md'].map((name) => readFile(join(folder, name), 'utf8')))
  // Through JSON, as it will be read back: what JSON cannot say is no part of it.
  const machine = JSON.parse(JSON.stringify(machineHalf(policy, maps)))
  const content: PolicyContent = { machine, ro: ro ?? '', en: en ?? '' }
  return { ...content, hash: contentHash(content) }
}

declare module '../operation/tools.ts' {
  interface Tools {
    readonly runningPolicy: RunningPolicy
  }
}
