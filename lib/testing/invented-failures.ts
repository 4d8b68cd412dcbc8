import { hash } from 'node:crypto'
import { openLibrary } from '../library/open-library.ts'
import { writeWith } from '../library/writer.ts'
import { faultCodeOf } from '../library-faults.ts'
import { inventedBytes, inventedReader } from './invented-reader.ts'

/** Bytes of an invented filing that no packing makes small. */
export function bulkyFiling(turn: number): Uint8Array {
  const remark = Array.from({ length: 400 }, (_, line) => hash('sha256', `${turn} ${line}`, 'base64'))
  return inventedBytes({ trust: `Fernhill Trust 2003-${turn}`, remark: remark.join(' ') })
}

/**
 * For tests: `node invented-failures.ts FOLDER COUNT` keeps invented filings one after another in a library whose disk the
 * caller has limited, and prints for each its SHA-256, or the code of what was wrong.
 */
async function keepAll(folder: string, count: number): Promise<void> {
  const library = openLibrary({ folder, writer: writeWith(inventedReader), readerVersion: '1' })
  for (let turn = 0; turn < count; turn++) {
    const kept = library.keepFiling(bulkyFiling(turn), 'filing.txt')
    const said = await kept.then(
      ({ sha256 }) => sha256,
      fault => faultCodeOf(fault) ?? String(fault),
    )
    process.stdout.write(`${said}\n`)
  }
}

const [, script, folder, count] = process.argv
if (script === import.meta.filename && folder !== undefined) await keepAll(folder, Number(count))
