import { ChevronLeftIcon, ChevronRightIcon } from '@/components/shell/icons.tsx'
import { formatCount } from '@/lib/format/index.ts'
import type { DealRecord, ReportPart } from '@/lib/library/index.ts'

type Props = { deal: DealRecord; part: ReportPart; hrefOf: (part: number) => string }

/**
 * Which of a very large filing's tables the page shows, and the way to those before and after. Nothing where it shows all.
 *
 * > Tables 101 to 200 of 29,796. What is proved and listed on this page is of these.
 */
export function PartNav({ deal, part, hrefOf }: Props) {
  const { number, count } = part
  if (count === 1) return null
  return (
    <nav aria-label="Parts of the filing" className="flex flex-wrap items-center gap-2 py-3">
      <p className="mr-auto text-ink-2">
        {sayTables(deal, part)} What is proved and listed on this page is of this part.
      </p>
      {number > 1 && (
        <a href={hrefOf(number - 1)} className="button" rel="prev">
          <ChevronLeftIcon /> Part {number - 1}
        </a>
      )}
      <span className="text-ink-2">
        part {number} of {formatCount(count)}
      </span>
      {number < count && (
        <a href={hrefOf(number + 1)} className="button" rel="next">
          Part {number + 1} <ChevronRightIcon />
        </a>
      )}
    </nav>
  )
}

function sayTables({ filings }: DealRecord, { report, tablesBefore }: ReportPart): string {
  const shown = report.stratifications.length
  const all = filings.find(({ sha256 }) => sha256 === report.file.sha256)?.stratifications ?? 0
  if (shown === 0) return 'No pool tables in this part.'
  const which = shown === 1 ? 'Table' : `Tables ${formatCount(tablesBefore + 1)} to`
  return `${which} ${formatCount(tablesBefore + shown)} of ${formatCount(all)}.`
}
