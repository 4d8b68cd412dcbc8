import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReceivedFile } from './receive-files.ts'

/** The sample filings of a folder, in the order of their names; none when there is no such folder. */
export async function* sampleFiles(folder: string): AsyncGenerator<ReceivedFile> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter(name => /\.(txt|html?|nc|pem)$/i.test(name)).sort())
    yield { name, bytes: await readFile(join(folder, name)) }
}
