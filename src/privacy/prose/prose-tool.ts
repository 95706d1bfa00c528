/** `tools.prose`: the published policy, read and checked when the process starts. */
import type { Proses } from './load-prose.ts'

declare module '../operation/tools.ts' {
  interface Tools {
    readonly prose: Proses
  }
}
