import type { ReadSource } from '../../export/evidence-pack/evidence.ts'
import { wholeBytes } from '../../filing/packed-file.ts'
import type { DealRecord, Library } from '../../library/index.ts'
import type { FilingReport } from '../../report.ts'
import { gatherFiling } from '../gather-filings.ts'
import type { ErrorCode } from '../service-errors.ts'

/** Why there is no certificate, and what in the query it is about. */
export type CertificateRefusal = { code: ErrorCode; detail: string | null }

/** A filing’s bytes with what was read of them; why not, where it is too large or unknown. */
export async function readSource(
  library: Library,
  deal: DealRecord,
  sha256: string,
): Promise<ReadSource | CertificateRefusal> {
  const [filing, source] = await Promise.all([
    gatherFiling(library, deal, sha256),
    library.findSource(sha256),
  ])
  if (filing === null) return { code: 'certificate-is-too-large', detail: null }
  if (source === null) return { code: 'filing-is-unknown', detail: null }
  const bytes = await wholeBytes(source.bytes)
  if (bytes === null) return { code: 'certificate-is-too-large', detail: null }
  // Only the library writes reports, and each was checked when it was written.
  const report = JSON.parse(Buffer.concat(filing.json).toString('utf8')) as FilingReport
  return { bytes, report }
}
