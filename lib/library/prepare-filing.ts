import { decodeFiling } from '../filing/decode-filing.ts'
import { isPacked, type PackedFile } from '../filing/packed-file.ts'
import type { Refusal } from '../issues.ts'
import { type ReadPacked, readPackedFiling } from '../read-packed-filing.ts'
import type { FilingReport, Stratification } from '../report.ts'
import { columnsOf } from '../tape/loan-columns.ts'
import type { Loans } from '../tape/loans.ts'
import { loansOfFile } from '../tape/read-document.ts'
import { tableOfLoans } from '../tape/table-of-loans.ts'
import { type BucketRow, bucketRows } from './bucket-rows.ts'
import { packFigures } from './columns/pack-figures.ts'
import { packTails } from './columns/pack-tails.ts'
import type { ReportColumns } from './columns/store-columns.ts'
import { type FilingFacts, filingFacts } from './filing-facts.ts'
import type { Reader } from './library.ts'
import { packReport, type ReportRow } from './pack-report.ts'
import { type FigureKey, type HtmlSpans, htmlSpansOf, listFigures } from './printed-figures.ts'
import { searchText } from './search-text.ts'
import { type PackedTape, packTape } from './tape-columns.ts'
import { pack } from './unpack.ts'

/** Everything the library stores of a filing, made before the database is touched. */
export type PreparedFiling = {
  sha256: string
  name: string
  encoding: string
  bytes: number
  zstd: Uint8Array
  report: ReportRow[]
  facts: FilingFacts
  searchText: string
  /** Every figure that it prints, and its lines that are HTML, see `printed-figures.ts`. */
  figures: FigureKey[]
  html: HtmlSpans
  buckets: BucketRow[]
  columns: ReportColumns
  /** The loans of its loan-level exhibit by columns; null where it has none. */
  tape: PackedTape | null
}
type Prepared = { filing: PreparedFiling } | { refusal: Refusal }

/** Turns bytes into what is stored, or says why not. */
export type Prepare = (bytes: Uint8Array | PackedFile, name: string) => Promise<Prepared>

/** Prepares filings with the given reader, in this thread. */
export function prepareWith(read: Reader): Prepare {
  return async (bytes, name) => {
    const result = isPacked(bytes) ? await readPackedFiling(bytes, name) : await readHeld(read, bytes, name)
    if ('refusal' in result) return result
    const { report, loans, kept } = result
    return {
      filing: {
        sha256: report.file.sha256,
        name,
        encoding: report.file.encoding,
        bytes: bytes.length,
        zstd: isPacked(bytes) ? bytes.zstd : await pack(bytes),
        report: await packReport(report),
        facts: filingFacts(report),
        searchText: searchText(report),
        figures: listFigures(kept.lines, htmlSpansOf(kept)),
        html: htmlSpansOf(report),
        buckets: bucketRows(report),
        tape: loans && (await packTape(loans.from)),
        columns: {
          figures: packFigures(report),
          tails: packTails(loans ? { ...report, stratifications: withLoans(report, loans) } : report),
        },
      },
    }
  }
}

/** The tables of a report, those that are computed from its loans with these, for tails of loans are exact at any edge. */
function withLoans({ stratifications }: FilingReport, loans: Loans): Stratification[] {
  const columns = columnsOf(loans)
  return stratifications.map(table => tableOfLoans(table, columns))
}

async function readHeld(
  read: Reader,
  bytes: Uint8Array,
  name: string,
): Promise<ReadPacked | { refusal: Refusal }> {
  const result = await read(bytes, name)
  if ('refusal' in result) return result
  const { report } = result
  const decoded = decodeFiling(bytes)
  const file = 'file' in decoded ? decoded.file : null
  const loans = result.loans ?? (file !== null && report.tape ? loansOfFile(file, report.documents) : null)
  return { report, loans, kept: { lines: file?.lines ?? [], documents: report.documents } }
}
