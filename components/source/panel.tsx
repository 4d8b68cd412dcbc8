'use client'

import { useCallback, useEffect, useLayoutEffect, useRef } from 'react'
import { describePlace, type Evidence } from '@/lib/evidence/describe-place.ts'
import { marksOf } from '@/lib/evidence/mark-line.ts'
import { readPlace, sourceHref } from '@/lib/evidence/place-address.ts'
import type { Place } from '@/lib/report.ts'
import { EvidenceHeading } from './evidence-heading.tsx'
import { PanelActions } from './panel-actions.tsx'
import { keepInAddress } from './panel-address.ts'
import { PanelLines } from './panel-lines.tsx'
import type { Asked } from './source-listener.tsx'
import { changeAround, figureOf, useChosenFigure } from './use-chosen-figure.ts'
import { useLines } from './use-lines.ts'
import { useReport } from './use-report.ts'
import { findNextFigure, type Step, stepOf } from './walk-figures.ts'
import './filing.css'
import './source.css'

type Props = {
  slug: string
  sha256: string
  part: number
  asked: Asked
  ask: (asked: Asked | null) => void
}

/** The filing beside the page, at the chosen figure: how it was read, what proves it, and the lines around it. */
export default function Panel({ slug, sha256, part, asked, ask }: Props) {
  const panel = useRef<HTMLElement>(null)
  const at = readPlace(asked.at)
  const [report, retry] = useReport(slug, sha256, part)
  const evidence = at && report.state === 'ready' ? describePlace(report.value, at) : null

  const close = useCallback(() => {
    const figure = figureOf(asked)
    keepInAddress(null)
    changeAround(figure, () => ask(null))
    figure?.focus({ preventScroll: true })
  }, [ask, asked])
  const walk = useCallback(
    (step: Step) => {
      const from = figureOf(asked)
      const next = from && findNextFigure(from, step)
      if (!next?.dataset.at) return
      if (document.activeElement === from) next.focus({ preventScroll: true })
      ask({ at: next.dataset.at, from: next })
    },
    [ask, asked],
  )
  useKeys(close, walk)
  useChosenFigure(asked)
  useEffect(() => keepInAddress(asked.at), [asked.at])
  useLayoutEffect(() => panel.current?.focus({ preventScroll: true }), [])

  return (
    <aside
      ref={panel}
      className="source-panel"
      aria-label="Source: the filing as printed"
      tabIndex={-1}
      data-source-panel
    >
      {at ? (
        <Opened
          {...{ slug, sha256, at, evidence, close, walk }}
          hasFailed={report.state === 'failed'}
          retry={retry}
        />
      ) : (
        <NoPlace close={close} />
      )}
    </aside>
  )
}

type OpenedProps = {
  slug: string
  sha256: string
  at: Place
  evidence: Evidence | null
  hasFailed: boolean
  retry: () => void
  close: () => void
  walk: (step: Step) => void
}

function Opened({ slug, sha256, at, evidence, hasFailed, retry, close, walk }: OpenedProps) {
  const lines = useLines(sha256, at.line)
  const shown = evidence?.at ?? at
  return (
    <>
      <header className="source-header">
        {evidence ? (
          <EvidenceHeading
            evidence={evidence}
            hrefOf={place => sourceHref(slug, sha256, place)}
            actions={<PanelActions close={close} walk={walk} />}
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
      <PanelLines lines={lines} at={shown} marks={evidence ? marksOf(evidence) : []} />
      <footer className="source-footer">
        <a href={sourceHref(slug, sha256, shown)}>Open in the whole filing</a>
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

function ReportMissing({ retry }: { retry: () => void }) {
  return (
    <p className="source-failed" role="alert">
      How the figure was read did not arrive.{' '}
      <button type="button" onClick={retry}>
        Try again
      </button>
    </p>
  )
}

function NoPlace({ close }: { close: () => void }) {
  return (
    <div className="evidence source-header">
      <p>The address names no place in the filing. Choose a figure on the page to see where it is printed.</p>
      <p>
        <button type="button" className="source-button" onClick={close}>
          Close
        </button>
      </p>
    </div>
  )
}

function announce({ path, printed, at, checks }: Evidence): string {
  const failed = checks.filter(({ outcome }) => outcome === 'fail').length
  const proof = failed > 0 ? `${failed} of ${checks.length} checks fail.` : `${checks.length} checks pass.`
  return `${path.join(', ')}: ${printed ?? 'text'}, line ${at.line}. ${checks.length > 0 ? proof : ''}`
}

function useKeys(close: () => void, walk: (step: Step) => void) {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) return close()
      const step = stepOf(event)
      if (!step) return
      event.preventDefault()
      walk(step)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [close, walk])
}
