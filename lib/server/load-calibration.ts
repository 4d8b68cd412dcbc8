import {
  addCalibrations,
  type Calibration,
  type CalibrationSums,
  calibrate,
  generateTape,
} from '../calibration/index.ts'
import { decodeFiling } from '../filing/decode-filing.ts'
import { splitDocuments } from '../filing/split-documents.ts'
import { type Library, loadTables } from '../library/index.ts'
import { readFiling } from '../read-filing.ts'
import type { Tape } from '../report.ts'
import { loansOfFile } from '../tape/read-document.ts'

/** A tape that was asked, or why it was not; without a deal it is the one that comes along. */
export type CalibratedTape = {
  deal: { slug: string; name: string; sha256: string; file: string } | null
  kind: Tape['kind']
  loans: number
  asOf: string | null
  calibration: Calibration | null
  notAsked: 'too-many-loans' | 'not-yet' | 'cannot-be-read' | null
}

export type LoadedCalibration = { tapes: CalibratedTape[]; more: number; sums: CalibrationSums }

/** So often each tape is asked. */
export const asksOfTape = 1000
const seed = 1
/** Of a library's tapes the latest are asked, as many as a page shows. */
const mostTapes = 40
/** A larger tape takes longer to open than a page should; its ranges are asked no otherwise. */
const mostLoans = 150_000
/** Asking takes so much of a processor at once, in milliseconds; what is left is asked the next time, for answers are kept. */
const mostMs = 2000
const microsecondsOfMs = 1000

/** What was asked of a filing never changes, for its loans do not. */
const known = new Map<string, Calibration>()
const mostKnown = 1000
let generated: CalibratedTape | null = null

/** The tape that comes along with the project, which is asked where a library has none too. */
function calibrateGenerated(): CalibratedTape {
  if (generated !== null) return generated
  const bytes = new TextEncoder().encode(generateTape(seed))
  const [decoded, read] = [decodeFiling(bytes), readFiling(bytes, 'generated.xml')]
  const loans =
    'file' in decoded ? loansOfFile(decoded.file, splitDocuments(decoded.file).value.documents) : null
  if (loans === null || 'refusal' in read || read.report.tape === null)
    throw new Error('The generated tape cannot be read.')
  const { kind, asOf } = read.report.tape
  generated = {
    deal: null,
    kind,
    asOf,
    loans: loans.loans.length,
    calibration: calibrate(loans, read.report.stratifications, { asks: asksOfTape, seed }),
    notAsked: null,
  }
  return generated
}

async function calibrateFiling(library: Library, sha256: string): Promise<Calibration | null> {
  const [loans, loaded] = [await library.findLoans(sha256), await loadTables(library, sha256)]
  if (loans === null || loaded === null || loaded === 'pool-is-too-long') return null
  const computed = loaded.tables.filter(table => table.computed)
  const calibration = calibrate(loans, computed, { asks: asksOfTape, seed })
  if (known.size >= mostKnown) known.clear()
  known.set(sha256, calibration)
  return calibration
}

/**
 * Ask the tapes of the library, the latest first, and the one that comes along: of each a thousand intervals, held against its loans.
 * What was asked is kept by the filing, in the process; what there is no time for is said, and asked when somebody looks again.
 */
export async function loadCalibration(library: Library): Promise<LoadedCalibration> {
  const tapes: CalibratedTape[] = [calibrateGenerated()]
  const { tapes: filings, count } = await library.listTapes(mostTapes)
  const began = process.cpuUsage()
  for (const { slug, name, sha256, tape, file } of filings) {
    const { kind, loans, asOf } = tape
    // Of loans that are all paid nothing is asked.
    if (loans === 0) continue
    const one = { deal: { slug, name, sha256, file }, kind, loans, asOf }
    const isLarge = loans > mostLoans
    const before = known.get(sha256) ?? null
    const { user, system } = process.cpuUsage(began)
    const isLate = (user + system) / microsecondsOfMs > mostMs
    if (isLarge) tapes.push({ ...one, calibration: null, notAsked: 'too-many-loans' })
    else if (before === null && isLate) tapes.push({ ...one, calibration: null, notAsked: 'not-yet' })
    else {
      const calibration = before ?? (await calibrateFiling(library, sha256))
      tapes.push({ ...one, calibration, notAsked: calibration === null ? 'cannot-be-read' : null })
    }
  }
  const asked = tapes.flatMap(({ calibration }) => calibration ?? [])
  return { tapes, more: Math.max(0, count - filings.length), sums: addCalibrations(asked) }
}
