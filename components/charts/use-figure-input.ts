import { type RefObject, useEffect, useRef } from 'react'
import type { Drawing, Target } from '@/lib/charts/drawing.ts'
import { type PackedTable, placesOfRow } from '@/lib/charts/packed-table.ts'
import { findFigure } from '../source/walk-figures.ts'
import { lookAt, lookedAt } from '../view/view-store.ts'
import { hasMoved } from './resting-pointer.ts'

type Input = {
  box: RefObject<HTMLElement | null>
  table: PackedTable
  drawing: Drawing
  /** The row that is looked at, of this table. */
  bucket: number | null
  /** Where the pointer was when the figure was asked for. */
  start: Point | null
}

/** A place in the window. */
export type Point = { clientX: number; clientY: number }

/**
 * Pointer, finger and keys on a figure: look at the row under them, step with arrows, choose with a click or Enter.
 * Choosing follows the row's figure to its place in the filing.
 * Only a row that is looked at already can be chosen, so a finger's first tap shows what its second would open.
 */
export function useFigureInput({ box, table, drawing, bucket, start }: Input) {
  const isArmed = useRef(false)
  const isStarted = useRef(false)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const { signal, abort } = stopper()
    const look = (next: number | null) => {
      if (next === bucket) return
      lookAt({ row: next === null ? null : { table: table.id, bucket: next } })
    }
    const onMove = (event: PointerEvent) => hasMoved(event) && look(bucketUnder(event, element, drawing))
    const onDown = (event: PointerEvent) => {
      const under = bucketUnder(event, element, drawing)
      isArmed.current = under === bucket
      look(under)
    }
    const onLeave = (event: PointerEvent) => event.pointerType !== 'touch' && look(null)
    const onOutside = ({ target }: PointerEvent) => !element.contains(target as Node | null) && look(null)
    const onClick = (event: MouseEvent) => {
      if (!isArmed.current && event.detail > 0) return
      choose(table, bucket)
      // What opens beside the page moves it under a pointer that rests: no tip stays for what lies there then.
      if (event.detail > 0) look(null)
    }
    if (start && !isStarted.current) look(bucketUnder(start, element, drawing))
    isStarted.current = true
    const onKey = (event: KeyboardEvent) => {
      const next = event.key === 'Escape' ? null : stepOf(event.key, drawing.targets, bucket)
      if (next === undefined || (next === null && bucket === null)) return
      event.preventDefault()
      event.stopPropagation()
      look(next)
    }
    element.addEventListener('pointermove', onMove, { signal })
    element.addEventListener('pointerdown', onDown, { signal })
    element.addEventListener('pointerleave', onLeave, { signal })
    addEventListener('pointerdown', onOutside, { signal })
    element.addEventListener('focusout', () => look(null), { signal })
    element.addEventListener('keydown', onKey, { signal })
    element.addEventListener('click', onClick, { signal })
    return abort
  }, [box, table, drawing, bucket, start])
}

function stopper() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

/** Open the source at the figure of a row: in the measure that is looked at, else the first that leads anywhere. */
function choose(table: PackedTable, bucket: number | null) {
  const places = bucket === null ? null : placesOfRow(table, bucket)
  const { measure } = lookedAt()
  const at = places?.get(measure ?? 'balancePct') ?? places?.values().next().value
  if (at) lookAt({ at, from: findFigure(at) })
}

function bucketUnder(point: Point, element: HTMLElement, drawing: Drawing): number | null {
  const frame = element.querySelector('.figure-live')?.getBoundingClientRect()
  if (!frame || frame.width === 0) return null
  const scale = drawing.width / frame.width
  const [x, y] = [(point.clientX - frame.left) * scale, (point.clientY - frame.top) * scale]
  const hit = drawing.targets.find(
    target => x >= target.x && x < target.x + target.width && y >= target.y && y < target.y + target.height,
  )
  return hit?.buckets[0] ?? null
}

/** The row that a key leads to: next or before, first or last; undefined for keys that lead nowhere. */
function stepOf(key: string, targets: Target[], bucket: number | null): number | null | undefined {
  const last = targets.length - 1
  const index = targets.findIndex(({ buckets }) => bucket !== null && buckets.includes(bucket))
  const steps: Record<string, number> = {
    ArrowRight: Math.min(last, index + 1),
    ArrowDown: Math.min(last, index + 1),
    ArrowLeft: Math.max(0, index - 1),
    ArrowUp: Math.max(0, index - 1),
    Home: 0,
    End: last,
  }
  const step = steps[key]
  return step === undefined ? undefined : (targets[step]?.buckets[0] ?? null)
}
