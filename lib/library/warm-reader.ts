import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readFiling } from '../read-filing.ts'

/** A filing with tables of the usual kinds. */
const sample = path.join(import.meta.dirname, '../../public/samples/harbor-point-2001-4-8k.txt')

/**
 * Read a sample for nobody, so that the first filing that somebody waits for finds patterns and functions compiled. Saves
 * time: the first reading of a thread takes 0.4 s of a processor, the second a tenth of that.
 */
export function warmReader(): void {
  if (existsSync(sample)) readFiling(readFileSync(sample), path.basename(sample))
}
