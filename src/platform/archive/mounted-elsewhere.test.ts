import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { fileSystemOf, isServedElsewhere, liesElsewhere } from './mounted-elsewhere.ts'

const mounts = String.raw`22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/nas rw - nfs4 nas.example:/copii rw,vers=4.2
31 22 0:41 / /mnt/my\040share rw - cifs //nas/share rw
32 22 0:42 / /srv/bucket rw master:3 - fuse.s3fs s3fs rw
33 22 0:43 / /srv/pool rw - fuse.mergerfs a:b rw
34 30 8:2 / /mnt/nas/local rw - xfs /dev/sdb1 rw
35 22 0:44 / /mnt/twice rw - ext4 /dev/sdc1 rw
36 35 0:45 / /mnt/twice rw - nfs nas:/twice rw
`

it.each([
  ['/var/lib/zavor/backups', 'ext4', false],
  ['/mnt/nas', 'nfs4', true],
  ['/mnt/nas/zavor', 'nfs4', true],
  // Only begins with the same letters.
  ['/mnt/nasty', 'ext4', false],
  ['/mnt/my share/zavor', 'cifs', true],
  ['/srv/bucket/zavor', 'fuse.s3fs', true],
  ['/srv/pool/zavor', 'fuse.mergerfs', false],
  ['/mnt/nas/local/zavor', 'xfs', false],
  ['/mnt/twice/zavor', 'nfs', true],
])('%s lies on %s', (path, kind, elsewhere) => {
  expect(fileSystemOf(mounts, path)).toBe(kind)
  expect(isServedElsewhere(kind)).toBe(elsewhere)
})

it('takes a folder of this machine for one, also before it is there and behind a link', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zavor-mounts-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(join(folder, 'real'))
  await symlink(join(folder, 'real'), join(folder, 'link'))
  expect(await liesElsewhere(join(folder, 'link', 'not', 'yet'))).toBe(false)
  expect(fileSystemOf('', folder)).toBeNull()
})
