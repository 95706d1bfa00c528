import packed from '@sparticuz/chromium'

/** Before the files that want it at the same time: two that unpacked it at once would spoil it for one another. */
export default async function unpackBrowser(): Promise<void> {
  process.env.ZAVOR_CHROMIUM ??= await packed.executablePath()
}
