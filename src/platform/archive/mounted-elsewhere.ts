/** Whether a folder lies on another machine: what is written there leaves this one. */
import { readFile, realpath } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Kinds of file systems that another machine serves. */
const served = /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|glusterfs|lustre|beegfs|orangefs|gfs2|ocfs2|davfs2?)$/
/** Programs behind `fuse.…` that only show local files otherwise. Any other is taken for one that reaches out. */
const local = /^fuse\.(mergerfs|gocryptfs|encfs|cryfs|bindfs|unionfs|fuse-overlayfs|lxcfs|snapfuse|squashfuse|portal)$/

/** The kind of the file system that holds a path, from the text of /proc/self/mountinfo; null when none does. Pure. */
export function fileSystemOf(mountinfo: string, path: string): string | null {
  let best = { point: '', kind: null as string | null }
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const point = (before.split(' ')[4] ?? '').replace(/\\(\d{3})/g, (_, code) =>
      String.fromCharCode(Number.parseInt(code, 8)),
    )
    if (point === '') continue
    const holds = point === '/' || path === point || path.startsWith(`${point}/`)
    // What was mounted last over the same point is what is seen.
    if (holds && point.length >= best.point.length) best = { point, kind: after.split(' ')[0] ?? null }
  }
  return best.kind
}

/** Whether another machine serves that kind of file system. Pure. */
export function isServedElsewhere(kind: string | null): boolean {
  if (kind === null) return false
  return served.test(kind) || kind === 'fuse' || (kind.startsWith('fuse.') && !local.test(kind))
}

/** Whether the folder, or where it will be made, is served by another machine. Unknown where there is no /proc: no. */
export async function liesElsewhere(folder: string): Promise<boolean> {
  const mountinfo = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return isServedElsewhere(fileSystemOf(mountinfo, await realFolder(folder)))
}

/** Without symbolic links, as far as it is there. */
async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (error) {
    const up = dirname(folder)
    if ((error as { code?: string }).code !== 'ENOENT' || up === folder) return folder
    const above = await realFolder(up)
    return `${above === '/' ? '' : above}${folder.slice(up === '/' ? 0 : up.length)}`
  }
}
