import { Crumbs } from '@/components/shell/crumbs.tsx'
import { DownloadIcon, WarningIcon } from '@/components/shell/icons.tsx'
import { filingHref, ledgerHref } from '@/lib/addresses/place-address.ts'
import { formatBytes, formatCount } from '@/lib/format/index.ts'
import type { Coverage, FilingReport } from '@/lib/report.ts'

type Props = { deal: { slug: string; name: string; chosen: string }; report: FilingReport }

/** Which file this is, how it was decoded, how much of it was understood, and the way to its bytes. */
export function FilingHead({ deal, report: { file, coverage } }: Props) {
  const home = filingHref(deal, file.sha256)
  return (
    <header className="source-head">
      <Crumbs trail={[{ name: deal.name, href: home }]} />
      <h1>{file.name}</h1>
      <dl>
        <div>
          <dt>Size</dt>
          <dd title={`${formatCount(file.bytes)} bytes`}>{formatBytes(file.bytes)}</dd>
        </div>
        <div>
          <dt>Encoding</dt>
          <dd>{file.encoding}</dd>
        </div>
        <div>
          <dt>Lines</dt>
          <dd>
            <Understood coverage={coverage} />
          </dd>
        </div>
        <div>
          <dt>SHA-256</dt>
          <dd className="source-hash">{file.sha256}</dd>
        </div>
      </dl>
      <p className="source-links">
        <a href={`/api/filings/${file.sha256}/source`}>
          <DownloadIcon size={14} />
          Original bytes
        </a>
        <a href={ledgerHref(deal.slug, file.sha256)}>Verification ledger</a>
        <a href={home}>Deal page</a>
      </p>
    </header>
  )
}

/** `107 read, 75 blank, 0 unexplained`; unexplained ones are loud. */
function Understood({ coverage: { lines, blank, unexplained } }: { coverage: Coverage }) {
  const read = lines - blank - unexplained
  return (
    <>
      {formatCount(read)} read, {formatCount(blank)} blank,{' '}
      <span className={unexplained > 0 ? 'font-semibold text-fail' : undefined}>
        {unexplained > 0 && <WarningIcon size={12} className="mr-1 inline" />}
        {formatCount(unexplained)} unexplained
      </span>
    </>
  )
}
