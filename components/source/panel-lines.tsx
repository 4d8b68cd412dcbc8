'use client'

import { type UIEvent, useLayoutEffect, useRef } from 'react'
import type { Mark } from '@/lib/evidence/mark-line.ts'
import type { Place } from '@/lib/report.ts'
import { FilingLines } from './filing-lines.tsx'
import type { Lines } from './use-lines.ts'

/** Nearer than this to an end of the loaded lines, in pixels, the next ones are fetched. */
const nearEnd = 240

type Props = { lines: Lines; at: Place; marks: Mark[] }

/** The filing's lines around a place, scrolled to it, and more of them as one scrolls. */
export function PanelLines({ lines, at, marks }: Props) {
  const box = useRef<HTMLElement>(null)
  useSteadyScroll(box, lines)
  useScrollTo(box, at, lines, marks.length > 0)
  const fetchAhead = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) => {
    if (lines.state !== 'ready') return
    if (scrollTop < nearEnd) lines.loadMore('before')
    else if (scrollHeight - clientHeight - scrollTop < nearEnd) lines.loadMore('after')
  }
  return (
    <section
      ref={box}
      className="source-text"
      data-source-text
      aria-label="The filing as printed"
      tabIndex={0}
      onScroll={fetchAhead}
    >
      {lines.window ? (
        <pre className="filing">
          <FilingLines
            first={lines.window.first}
            lines={lines.window.lines}
            marks={marks}
            chosen={{ from: at.line, to: at.lastLine ?? at.line }}
            isAddressable={false}
          />
        </pre>
      ) : (
        lines.state === 'loading' && <LinesOnTheirWay />
      )}
      {lines.state === 'failed' && (
        <p className="source-failed" role="alert">
          The filing’s lines did not arrive.{' '}
          <button type="button" onClick={lines.retry}>
            Try again
          </button>
        </p>
      )}
    </section>
  )
}

/** Bars where lines will stand, for the moment before they do. */
function LinesOnTheirWay() {
  const widths = [62, 48, 71, 66, 74, 58, 63, 55, 69, 61]
  return (
    <div className="source-waiting" aria-hidden="true">
      {widths.map(width => (
        <i key={width} style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}

type Box = { current: HTMLElement | null }

/** Lines that arrive above those being read push nothing: the box scrolls by as much as it grew. */
function useSteadyScroll(box: Box, { window }: Lines) {
  const before = useRef({ first: 0, height: 0 })
  useLayoutEffect(() => {
    const element = box.current
    if (!element || !window) return
    const { first, height } = before.current
    if (first > window.first) element.scrollTop += element.scrollHeight - height
    before.current = { first: window.first, height: element.scrollHeight }
  }, [box, window])
}

/**
 * Bring the place into the part of the box that can be seen, unless it is there already. Once more when its figure is
 * marked: until then the line alone is known, and the box is higher than it will be under the evidence.
 */
function useScrollTo(box: Box, { line, start }: Place, { window }: Lines, isMarked: boolean) {
  const shown = useRef('')
  useLayoutEffect(() => {
    const element = box.current
    const target = element?.querySelector<HTMLElement>(`[data-line="${line}"]`)
    const place = `${line}:${start} ${isMarked}`
    if (!element || !target || !window || shown.current === place) return
    shown.current = place
    scrollInside(element, target)
  }, [box, line, start, window, isMarked])
}

function scrollInside(box: HTMLElement, target: HTMLElement) {
  const frame = box.getBoundingClientRect()
  const figure = (target.querySelector('mark') ?? target).getBoundingClientRect()
  const height = Math.min(frame.height, innerHeight - frame.top)
  const top = figure.top - frame.top
  if (top < height * 0.15 || top > height * 0.8) box.scrollTop += top - height * 0.4
  const left = figure.left - frame.left
  if (left < 60 || left + figure.width > frame.width - 16) box.scrollLeft += left - frame.width * 0.4
}
