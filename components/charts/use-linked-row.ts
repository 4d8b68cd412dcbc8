import { type RefObject, useEffect, useState } from 'react'
import { type BucketDetail, chartEvents, tellBucket } from './chart-events.ts'
import { hasMoved } from './resting-pointer.ts'
import { bucketAt, lightRows, tableBeside } from './table-rows.ts'

/** The row that is looked at, in the figure or in the table beside it; the table's row is lit while it is. */
export function useLinkedRow(
  id: string,
  box: RefObject<HTMLElement | null>,
): [number | null, (bucket: number | null) => void] {
  const [bucket, setBucket] = useState<number | null>(null)
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    const table = box.current && tableBeside(box.current)
    const tell = (next: number | null) => tellBucket({ stratification: id, bucket: next, from: 'table' })
    const onOver = (event: PointerEvent) => hasMoved(event) && tell(bucketAt(event.target))
    const onClick = (event: MouseEvent) => event.detail > 0 && tell(null)
    table?.addEventListener('pointerover', onOver, { signal })
    table?.addEventListener('click', onClick, { signal })
    table?.addEventListener('pointerleave', () => tell(null), { signal })
    const onBucket = (event: Event) => {
      const { detail } = event as CustomEvent<BucketDetail>
      if (detail.stratification === id) setBucket(detail.bucket)
    }
    addEventListener(chartEvents.bucket, onBucket, { signal })
    return () => stop.abort()
  }, [id, box])
  useEffect(() => {
    const table = box.current && tableBeside(box.current)
    if (table) lightRows(table, bucket === null ? [] : [bucket])
  }, [bucket, box])
  return [bucket, setBucket]
}
