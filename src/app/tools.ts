/** The tools that operations get beside their database: one place, for the product and for its tests. */
import { join } from 'node:path'
import { folderBlobs } from '../platform/files/folder-blobs.ts'
import type { KeyRing } from '../platform/keys/key-file.ts'
import type { Handles } from '../privacy/operation/handles.ts'
import type { Tools } from '../privacy/operation/tools.ts'
import { keyTools } from './key-tools.ts'

export interface ToolParts {
  readonly dataFolder: string
  /** The ring `desk` of the key file: wraps the account keys. */
  readonly deskRing: KeyRing
  readonly origin: string
}

export async function toolsFor(parts: ToolParts): Promise<(handles: Handles) => Tools> {
  const blobs = await folderBlobs(join(parts.dataFolder, 'files'))
  return (handles) => ({ ...keyTools(handles, parts.deskRing, blobs) })
}
