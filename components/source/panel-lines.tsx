'use client'

import { type UIEvent, useLayoutEffect, useRef } from 'react'
import type { Mark } from '@/lib/layout/mark-line.ts'
import type { Place } from '@/lib/report.ts'
import { FilingLines } from './filing-lines.tsx'
import { scrollInside } from './scroll-inside.ts'
import type { Lines } from './use-lines.ts'

/** Nearer than this to an end of the loaded lines, in pixels, the next ones are fetched. */
const nearEnd = 240

type Props = {
  lines: Lines
  at: Place
  marks: Mark[]
  isHtml: (line: number) => boolean
  /** Differs once what stands above the lines takes more or less room from them. */
  room: string
}

/** The filing's lines around a place, scrolled to it, and more of them as one scrolls. */
export function PanelLines({ lines, at, marks, isHtml, room }: Props) {
  const box = useRef<HTMLElement>(null)
  useSteadyScroll(box, lines)
  useScrollTo(box, at, lines, `${marks.length > 0} ${room}`)
  const fetchAhead = ({ currentTarget: { scrollTop, scrollHeight, clientHeight } }: UIEvent) => {
    if (lines.state !== 'ready') return
    if (scrollTop < nearEnd) lines.loadMore('before')
    else if (scrollHeight - clientHeight - scrollTop < nearEnd) lines.loadMore('after')
  }
  return (
    <section
      ref={box}
      className="source-text scrolls"
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
            isHtml={isHtml}
          />
        </pre>
      ) : (
        lines.state === 'loading' && <LinesOnTheirWay />
      )}
      {lines.state === 'failed' && (
        <p className="source-failed" role="alert">
          The filing’s lines did not load.{' '}
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

/** The gutter scrolls with its lines; a figure is wanted right of where it stands at first. */
const lineNumbers = { top: 0, left: 44 }

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
 * Bring the place into the part of the box that can be seen, unless it is there already. Once more when what surrounds
 * it changes: when its figure is marked, for until then the line alone is known and the box is higher than it will be
 * under the evidence, and when a table comes to stand above the lines.
 */
function useScrollTo(box: Box, { line, start }: Place, { window }: Lines, surroundings: string) {
  const shown = useRef('')
  useLayoutEffect(() => {
    const element = box.current
    const target = element?.querySelector<HTMLElement>(`[data-line="${line}"]`)
    const place = `${line}:${start} ${surroundings}`
    if (!element || !target || !window || shown.current === place) return
    shown.current = place
    scrollInside(element, target.querySelector<HTMLElement>('mark') ?? target, lineNumbers)
  }, [box, line, start, window, surroundings])
}
