import { buffer } from 'node:stream/consumers'
import { fromBufferPromise } from 'yauzl'

/** For tests: the files in a zip, by name. */
export async function unzipped(zip: Buffer): Promise<Map<string, Buffer>> {
  const archive = await fromBufferPromise(zip, { lazyEntries: true })
  const files = new Map<string, Buffer>()
  for await (const entry of archive.eachEntry())
    files.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)))
  return files
}
