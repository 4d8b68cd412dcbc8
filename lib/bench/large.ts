import type { Suite } from './figure.ts'
import { largeFiles } from './large-files.ts'
import { speedBeside } from './speed-beside.ts'

const rounds = 5
const roundMs = 400

/** How fast the largest filings are read. */
export const large: Suite = {
  name: 'large',
  measure: async () => largeFiles().flatMap(file => speedBeside(file, rounds, roundMs)),
}
