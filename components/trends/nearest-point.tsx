'use client'

import { type ReactNode, useRef, useState } from 'react'
import { nearestPlace, type Place } from './nearest-place.ts'
import { type Tip, TrendTip, tipAt } from './trend-tip.tsx'

/** What the call of a trend tells of a point: its deal's page, and what it is. */
type Told = { source: string; sentence?: string }
type Found = Place & { mark: Element; point: Told }

/** A point that is farther from the pointer than this is not meant, in pixels. */
const reach = 24

/**
 * What a chart of very many points does where scripts run: what they are is asked for when a pointer first comes, then the
 * nearest says what it is, and a click opens its deal. The table below the chart has all of them for keys and readers.
 */
export function NearestPoint({ href, children }: { href: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const asked = useRef<Promise<Told[]>>(undefined)
  /** Where the pointer is, or null while it is elsewhere. */
  const pointer = useRef<{ x: number; y: number } | null>(null)
  const told = useRef<Told[]>([])
  const [near, show] = useState<{ tip: Tip; source: string } | null>(null)
  const find = (): Found | null =>
    pointer.current && box.current
      ? nearestPlace(placesIn(box.current, told.current), pointer.current.x, pointer.current.y, reach)
      : null
  const showNear = () => {
    const found = find()
    show(
      found && box.current
        ? {
            tip: tipAt(found.mark, (found.point.sentence ?? '').split('; '), box.current),
            source: found.point.source,
          }
        : null,
    )
  }
  const ask = () => {
    if (asked.current) return
    asked.current = fetchPoints(href)
    asked.current.then(
      points => {
        told.current = points
        // The pointer may rest where it came to before the answer did.
        showNear()
      },
      () => {
        asked.current = undefined
      },
    )
  }
  return (
    <div
      ref={box}
      className={near ? 'trend-pointer is-near' : 'trend-pointer'}
      onPointerMove={({ clientX, clientY }) => {
        pointer.current = { x: clientX, y: clientY }
        ask()
        showNear()
      }}
      onPointerLeave={() => {
        pointer.current = null
        show(null)
      }}
      onPointerUp={event => {
        pointer.current = { x: event.clientX, y: event.clientY }
        const found = event.button === 0 ? find() : null
        if (found) location.assign(found.point.source)
      }}
    >
      {children}
      {near && <TrendTip tip={near.tip} />}
    </div>
  )
}

async function fetchPoints(href: string): Promise<Told[]> {
  const answer = await fetch(href)
  if (!answer.ok) throw new Error(`The points were answered with ${answer.status}.`)
  return ((await answer.json()) as { points: Told[] }).points
}

/** Where the points stand in the window, in their order. */
function placesIn(box: HTMLElement, points: readonly Told[]): Found[] {
  return [...box.querySelectorAll('[data-point]')].flatMap(mark => {
    const point = points[Number(mark.getAttribute('data-point'))]
    if (point === undefined) return []
    const { left, top, width, height } = mark.getBoundingClientRect()
    return [{ x: left + width / 2, y: top + height / 2, mark, point }]
  })
}
