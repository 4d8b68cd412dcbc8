'use client'

import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { type EdgeAxis, edgeAtPart, edgeByKey, percentAt } from './move-edge.ts'

type Field = 'at' | 'to'
/** An edge that is asked for, by the field of the form that holds it; `takes` is the side that is asked for. */
export type DraggedEdge = { field: Field; at: number; takes: 'higher' | 'lower' }

type Props = { edges: readonly DraggedEdge[]; axis: EdgeAxis; isMoney: boolean }

/** A dragged edge is asked for when it has rested for so long, in milliseconds; one that keys move, too. */
const restsFor = 140

/**
 * The asked edges over a chart, with all that they take shaded. Where scripts run they can be dragged, a click on the chart
 * moves the nearest one, and keys move the one with the focus; each writes its field and sends its form.
 */
export function EdgeDrag({ edges, axis, isMoney }: Props) {
  const plot = useRef<HTMLDivElement>(null)
  const asking = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    setLive(true)
    return () => clearTimeout(asking.current)
  }, [])
  const printed = edges.map(({ at }) => at).join()
  const [moved, move] = useState<{ from: string; field: Field; at: number } | null>(null)
  const [dragged, drag] = useState<Field | null>(null)
  // What the page shows counts again once it was drawn for the moved edge.
  const shown = edges.map(edge =>
    moved !== null && moved.from === printed && moved.field === edge.field ? { ...edge, at: moved.at } : edge,
  )
  const to = (field: Field, at: number) => {
    move({ from: printed, field, at })
    clearTimeout(asking.current)
    asking.current = setTimeout(() => ask(field, typedEdge(at, isMoney)), restsFor)
  }
  const partOf = (event: PointerEvent) => {
    const box = plot.current?.getBoundingClientRect()
    return box && box.width > 0 ? (event.clientX - box.left) / box.width : 0
  }
  const follow = (event: PointerEvent, field: Field) => to(field, edgeAtPart(axis, partOf(event)))
  const names = shown.length === 2 ? ['lower', 'upper'] : []
  const shade = shadeOf(shown, axis)
  return (
    <div
      ref={plot}
      className={isLive ? 'edge-drag is-live' : 'edge-drag'}
      onPointerDown={event => {
        if (!isLive || event.button !== 0) return
        const field = nearestTo(shown, axis, partOf(event) * 100)
        event.currentTarget.setPointerCapture(event.pointerId)
        drag(field)
        follow(event, field)
      }}
      onPointerMove={event => dragged && follow(event, dragged)}
      onPointerUp={() => drag(null)}
      onPointerCancel={() => drag(null)}
    >
      {shade && <span className="edge-shade" style={shade} />}
      {shown.map(({ field, at }, order) => (
        <span key={field} className="edge-line" style={{ left: `${percentAt(axis, at)}%` }}>
          <span
            className="edge-handle"
            role="slider"
            tabIndex={isLive ? 0 : -1}
            data-of={names[order]}
            aria-label={names[order] ? `The ${names[order]} edge` : 'The edge'}
            aria-valuemin={axis.from}
            aria-valuemax={axis.to}
            aria-valuenow={at}
            aria-valuetext={typedEdge(at, isMoney)}
            aria-keyshortcuts="ArrowLeft ArrowRight PageUp PageDown Home End"
            onKeyDown={event => {
              const next =
                event.altKey || event.ctrlKey || event.metaKey ? null : edgeByKey(axis, at, event.key)
              if (next === null) return
              event.preventDefault()
              to(field, next)
            }}
          >
            {typedEdge(at, isMoney)}
          </span>
        </span>
      ))}
    </div>
  )
}

/** Write an edge into its field and send the form of the question. */
function ask(field: Field, typed: string): void {
  const input = document.querySelector<HTMLInputElement>(`form[data-question] input[name="${field}"]`)
  if (!input?.form) return
  input.value = typed
  input.form.requestSubmit()
}

/** An edge as one types it: dollars for money. */
function typedEdge(at: number, isMoney: boolean): string {
  return isMoney
    ? `$${(at / 100).toLocaleString('en-US', { maximumFractionDigits: 2 })}`
    : String(Number(at.toPrecision(12)))
}

/** The edge nearest to a place; the first field where none is asked for. */
function nearestTo(edges: readonly DraggedEdge[], axis: EdgeAxis, place: number): Field {
  const far = (at: number) => Math.abs(percentAt(axis, at) - place)
  const [first, ...others] = edges
  if (first === undefined) return 'at'
  return others.reduce((best, edge) => (far(edge.at) < far(best.at) ? edge : best), first).field
}

/** Where all that is asked for lies, in percent of the plot. */
function shadeOf(edges: readonly DraggedEdge[], axis: EdgeAxis): { left: string; right: string } | null {
  if (edges.length === 0) return null
  const place = (takes: DraggedEdge['takes'], open: number) => {
    const edge = edges.find(one => one.takes === takes)
    return edge ? percentAt(axis, edge.at) : open
  }
  return { left: `${place('higher', 0)}%`, right: `${100 - place('lower', 100)}%` }
}
