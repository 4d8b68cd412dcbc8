import { type RefObject, useEffect } from 'react'
import type { Drawing, Target } from '@/lib/charts/drawing.ts'
import { type BucketDetail, chartEvents, tellBucket } from './chart-events.ts'
import { followRow, tableBeside } from './table-rows.ts'

type Input = {
  box: RefObject<HTMLElement | null>
  id: string
  drawing: Drawing
  bucket: number | null
  setBucket: (bucket: number | null) => void
}

/**
 * Pointer, finger and keys on a figure: look at the row under them, step with arrows, choose with a click or Enter.
 * Choosing is told as `strata:choose`; where nobody prevents it, the row's figure is followed to its place in the filing.
 */
export function useFigureInput({ box, id, drawing, bucket, setBucket }: Input) {
  useEffect(() => {
    const element = box.current
    if (!element) return
    const { signal, abort } = stopper()
    const look = (next: number | null) => {
      if (next === bucket) return
      setBucket(next)
      tellBucket({ stratification: id, bucket: next, from: 'chart' })
    }
    const onPointer = (event: PointerEvent) => look(bucketUnder(event, element, drawing))
    const onKey = (event: KeyboardEvent) => {
      const next = event.key === 'Escape' ? null : stepOf(event.key, drawing.targets, bucket)
      if (next === undefined || (next === null && bucket === null)) return
      event.preventDefault()
      event.stopPropagation()
      look(next)
    }
    element.addEventListener('pointermove', onPointer, { signal })
    element.addEventListener('pointerdown', onPointer, { signal })
    element.addEventListener('pointerleave', () => look(null), { signal })
    element.addEventListener('focusout', () => look(null), { signal })
    element.addEventListener('keydown', onKey, { signal })
    element.addEventListener('click', () => choose(element, id, bucket), { signal })
    return abort
  }, [box, id, drawing, bucket, setBucket])
}

function stopper() {
  const controller = new AbortController()
  return { signal: controller.signal, abort: () => controller.abort() }
}

function choose(element: HTMLElement, stratification: string, bucket: number | null) {
  if (bucket === null) return
  const detail: Omit<BucketDetail, 'from'> = { stratification, bucket }
  const event = new CustomEvent(chartEvents.choose, { detail, cancelable: true })
  const table = tableBeside(element)
  if (dispatchEvent(event) && table) followRow(table, bucket)
}

function bucketUnder(event: PointerEvent, element: HTMLElement, drawing: Drawing): number | null {
  const frame = element.querySelector('.figure-live')?.getBoundingClientRect()
  if (!frame || frame.width === 0) return null
  const scale = drawing.width / frame.width
  const [x, y] = [(event.clientX - frame.left) * scale, (event.clientY - frame.top) * scale]
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
