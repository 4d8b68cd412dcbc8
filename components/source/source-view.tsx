import { AddPlaceNote, NoteList } from '@/components/deal/notes.tsx'
import { WarningIcon } from '@/components/shell/icons.tsx'
import { Page } from '@/components/shell/page.tsx'
import { certificateHref, printPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import { describePlace, type Evidence } from '@/lib/evidence/describe-place.ts'
import { pickReasons } from '@/lib/evidence/pick-reasons.ts'
import type { TableTrace } from '@/lib/explain/trace-schema.ts'
import { formatCount } from '@/lib/format/index.ts'
import type { Drawn } from '@/lib/grid/html/drawn.ts'
import { marksInDrawn, marksInMarkup } from '@/lib/layout/drawn-marks.ts'
import { type LineWindow, lastOf, linesAPage } from '@/lib/layout/line-window.ts'
import type { Mark } from '@/lib/layout/mark-line.ts'
import { htmlLines } from '@/lib/layout/tag-pieces.ts'
import type { DealRecord } from '@/lib/library/index.ts'
import type { FilingReport, Place } from '@/lib/report.ts'
import { DrawnView } from './drawn-view.tsx'
import { EvidenceHeading } from './evidence-heading.tsx'
import { FilingHead } from './filing-head.tsx'
import { FilingLines } from './filing-lines.tsx'
import { TableOutline } from './table-outline.tsx'
import { WhyDisclosure } from './why-disclosure.tsx'
import { noReasons, WhyList } from './why-list.tsx'

type Props = {
  deal: Pick<DealRecord, 'slug' | 'name' | 'chosen' | 'notes'>
  report: FilingReport
  at: Place | null
  /** The address names a place that the filing does not have. */
  isWrong: boolean
  /** What the table of HTML around the place shows. */
  drawn: Drawn
  /** How the tables around the place were read; null where the filing is too long for that. */
  why: TableTrace[] | null
  window: LineWindow
  lineCount: number
}

/** A filing as printed, at one place: the figure marked, how it was read above it, the filing's tables beside it. */
export function SourceView({ deal, report, at, isWrong, drawn, why, window, lineCount }: Props) {
  const { sha256 } = report.file
  const evidence = at && describePlace(report, at)
  const hrefOf = (place: Place) => sourceHref(deal.slug, sha256, place)
  return (
    <Page className="page">
      <FilingHead deal={deal} report={report} />
      <div className="source-desk">
        <div className="source-column">
          {isWrong && (
            <p role="status" className="notice">
              <WarningIcon className="mt-0.5" />
              The address names no place of this filing. Its lines are shown from the start; a figure of the
              deal’s page leads to where it is printed.
            </p>
          )}
          {evidence && (
            <section className="source-chosen" aria-label="The chosen place">
              <EvidenceHeading
                evidence={evidence}
                hrefOf={hrefOf}
                certificateOf={place => certificateHref(deal.slug, sha256, place)}
                why={<Why {...{ evidence, why }} />}
              />
              <PlaceNotes deal={deal} sha256={sha256} at={evidence.at} />
              {drawn.length > 0 && <DrawnView drawn={drawn} marks={marksInDrawn(drawn, evidence)} />}
            </section>
          )}
          <Lines
            {...{ deal, sha256, at, window, lineCount }}
            marks={evidence ? marksInMarkup(drawn, evidence) : []}
            isHtml={htmlLines(report)}
          />
        </div>
        <TableOutline report={report} hrefOf={hrefOf} />
      </div>
    </Page>
  )
}

type NotesProps = { deal: Props['deal']; sha256: string; at: Place }

/** What was noted on the place, and the way to note something. */
function PlaceNotes({ deal: { slug, notes }, sha256, at }: NotesProps) {
  const place = printPlace(at)
  const own = notes.filter(note => note.filing === sha256 && note.at === place)
  return (
    <div className="deal-notes source-notes">
      <NoteList slug={slug} notes={own} shown={null} />
      <AddPlaceNote slug={slug} filing={sha256} at={place} />
    </div>
  )
}

type WhyProps = { evidence: Evidence; why: TableTrace[] | null }

function Why({ evidence, why }: WhyProps) {
  if (evidence.table === null) return null
  const reasons = why === null ? [] : pickReasons(why, evidence)
  if (why !== null && reasons.length === 0) return null
  return (
    <WhyDisclosure>
      {why === null ? <p className="why-none">{noReasons.tooLong}</p> : <WhyList reasons={reasons} />}
    </WhyDisclosure>
  )
}

type LinesProps = Pick<Props, 'deal' | 'at' | 'window' | 'lineCount'> & {
  sha256: string
  marks: Mark[]
  isHtml: (line: number) => boolean
}

function Lines({ deal, sha256, at, window, lineCount, marks, isHtml }: LinesProps) {
  const last = lastOf(window)
  const hrefFrom = (line: number) => sourceHref(deal.slug, sha256, at, line)
  const earlier = Math.max(1, window.first - linesAPage)
  return (
    <>
      {window.first > 1 && (
        <a className="source-turn" href={hrefFrom(earlier)}>
          Earlier lines, from {formatCount(earlier)}
        </a>
      )}
      <section className="source-sheet scrolls" tabIndex={0} aria-label="The filing as printed">
        <pre className="filing filing-wide">
          <FilingLines
            first={window.first}
            lines={window.lines}
            marks={marks}
            chosen={at && { from: at.line, to: at.lastLine ?? at.line }}
            isAddressable
            isHtml={isHtml}
          />
        </pre>
      </section>
      {last < lineCount && (
        <a className="source-turn" href={hrefFrom(last + 1)}>
          Later lines, from {formatCount(last + 1)} of {formatCount(lineCount)}
        </a>
      )}
    </>
  )
}
