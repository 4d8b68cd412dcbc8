'use client'

import { useCallback, useEffect, useState } from 'react'
import { certificateHref, printPlace, sourceHref } from '@/lib/addresses/place-address.ts'
import type { Evidence } from '@/lib/evidence/describe-place.ts'
import { formatOutcome } from '@/lib/format/count-of.ts'
import { marksInDrawn, marksInMarkup } from '@/lib/layout/drawn-marks.ts'
import type { Mark } from '@/lib/layout/mark-line.ts'
import type { Note } from '@/lib/library/deal-summary.ts'
import type { Place } from '@/lib/report.ts'
import { DrawnView } from './drawn-view.tsx'
import { EvidenceHeading } from './evidence-heading.tsx'
import { PanelActions } from './panel-actions.tsx'
import { PanelLines } from './panel-lines.tsx'
import { PanelWhy } from './panel-why.tsx'
import { useDrawn } from './use-drawn.ts'
import type { Fetched } from './use-fetched.ts'
import { useLines } from './use-lines.ts'
import type { Step } from './walk-figures.ts'

type Props = {
  slug: string
  sha256: string
  at: Place
  evidence: Evidence | null
  isHtml: (line: number) => boolean
  notes: Note[]
  /** Address of the page that shows the place, where it is of another than this page's part of the filing. */
  page: string | null
  hasFailed: boolean
  retry: () => void
  close: () => void
  walk: (step: Step) => void
  /** Scroll the page until the chosen figure is in sight beside or above the panel. */
  keepInView: () => void
}

/** What the panel shows of a place: how its figure was read, its table where the filing is HTML, and the lines around it. */
export function OpenedSource({
  slug,
  sha256,
  at,
  evidence,
  isHtml,
  notes,
  page,
  hasFailed,
  retry,
  close,
  walk,
  keepInView,
}: Props) {
  const lines = useLines(sha256, at.line)
  const shown = evidence?.at ?? at
  const table = useDrawn(sha256, evidence?.table && isHtml(shown.line) ? evidence.table : null)
  const drawn = table.state === 'ready' ? table.value.drawn : []
  const isUnderTable = drawn.length > 0
  const [sizes, countSizes] = useState(0)
  const resized = useCallback(() => countSizes(count => count + 1), [])
  // A sheet with a table in it is higher, and may have risen over the figure.
  useEffect(() => {
    if (isUnderTable) keepInView()
  }, [isUnderTable, keepInView])
  return (
    <>
      <header className="source-header">
        {evidence ? (
          <EvidenceHeading
            evidence={evidence}
            hrefOf={place => sourceHref(slug, sha256, place)}
            actions={<PanelActions close={close} walk={walk} />}
            certificateOf={place => certificateHref(slug, sha256, place)}
            why={<PanelWhy sha256={sha256} evidence={evidence} onResize={resized} />}
          />
        ) : (
          <div className="evidence">
            <div className="evidence-path">
              <span>
                {hasFailed ? 'Line' : 'Finding the figure on line'} {at.line}
              </span>
              <PanelActions close={close} walk={walk} />
            </div>
            {hasFailed && <ReportMissing retry={retry} />}
          </div>
        )}
      </header>
      <p className="sr-only" aria-live="polite">
        {evidence && announce(evidence)}
      </p>
      {evidence && <PanelNotes notes={notes} sha256={sha256} at={evidence.at} />}
      {evidence && isUnderTable && <DrawnView drawn={drawn} marks={marksInDrawn(drawn, evidence)} />}
      <PanelLines
        lines={lines}
        at={shown}
        marks={evidence ? marksWhile(table.state, marksInMarkup(drawn, evidence)) : []}
        isHtml={isHtml}
        room={`${isUnderTable} ${sizes}`}
      />
      <footer className="source-footer">
        {page && page !== location.pathname && (
          <a href={`${page}?at=${printPlace(shown)}`}>Show among the tables</a>
        )}
        <a href={sourceHref(slug, sha256, shown)}>Open in the whole filing</a>
        <a href={sourceHref(slug, sha256, shown).replace(/#.*/, '#note')}>Note…</a>
        <span>
          <kbd>←</kbd> <kbd>↑</kbd> <kbd>↓</kbd> <kbd>→</kbd> walk the cells
        </span>
        <span>
          <kbd>Esc</kbd> back to the figure
        </span>
      </footer>
    </>
  )
}

/** Until the table of a figure is drawn, which words of the markup are its heading is not known. */
function marksWhile(state: Fetched<unknown>['state'], marks: Mark[]): Mark[] {
  return state === 'loading' ? marks.filter(({ role }) => role === 'figure') : marks
}

/** What was noted on the figure. */
function PanelNotes({ notes, sha256, at }: { notes: Note[]; sha256: string; at: Place }) {
  const own = notes.filter(note => note.filing === sha256 && note.at === printPlace(at))
  return own.map(({ id, text }) => (
    <p key={id} className="source-note">
      <b>Note</b> {text}
    </p>
  ))
}

function ReportMissing({ retry }: { retry: () => void }) {
  return (
    <p className="source-failed" role="alert">
      The reading of this figure did not load.{' '}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </p>
  )
}

function announce({ path, printed, at, checks }: Evidence): string {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  const says = formatOutcome({ passed: checks.length - failed, failed })
  const proof = `${says.charAt(0).toUpperCase()}${says.slice(1)}.`
  return `${path.join(', ')}: ${printed ?? 'text'}, line ${at.line}. ${checks.length > 0 ? proof : ''}`
}
