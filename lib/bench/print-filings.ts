import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { families } from '../fixtures/invented/families.ts'
import { printLargeFiling } from '../fixtures/large-filings.ts'

/** As long as a current report, in bytes. */
const bytesOfEach = 30_000
/** Files of a folder: file systems are slow with more. */
const inFolder = 1000

/** Print so many invented filings into a folder, of every layout in turn, each the only one of its deal. */
export async function printFilings(
  folder: string,
  count: number,
): Promise<{ folder: string; files: string[]; bytes: number }> {
  const texts = families.map(family => printLargeFiling(family, bytesOfEach))
  const files: string[] = []
  let bytes = 0
  for (let order = 0; order < count; order++) {
    const inner = path.join(folder, String(Math.floor(order / inFolder)))
    if (order % inFolder === 0) await mkdir(inner)
    const text = Buffer.from(`File ${order}\n${texts[order % texts.length] ?? ''}`)
    const file = path.join(inner, `${order}.txt`)
    await writeFile(file, text)
    files.push(file)
    bytes += text.length
  }
  return { folder, files, bytes }
}
