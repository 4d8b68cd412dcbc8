'use client'

import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import { TableStills } from '#table-stills'
import type { ChartMeasure } from '@/lib/charts/chart-source.ts'
import type { LineWish } from '@/lib/charts/choose-line.ts'
import { useTable } from '../table/table-data.tsx'
import { useLooking } from '../view/view-store.ts'
import type { LiveProps } from './live-figure.tsx'
import { loadWhenSeen, useOnceSeen } from './use-once-seen.ts'
import { useWishes } from './use-wishes.ts'

type Props = {
  /** The table's id; its rows come from the `TableData` around. */
  id: string
  /** What the stills show. */
  measure: ChartMeasure
  line: LineWish
  /** There is never room for the wide still. */
  isNarrow: boolean
}

/**
 * A still that gives way to a live figure in the same box, once anyone points at it or at its table, focuses it, touches
 * it, or looks at another measure. Until then nothing of the figure is loaded.
 */
export function ChartOnIntent({ id, measure, line, isNarrow }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const table = useTable(id)
  const [Live, setLive] = useState<ComponentType<LiveProps> | null>(null)
  const [start, setStart] = useState<LiveProps['start']>(null)
  const wishes = useOnceSeen(box, useWishes(id, { measure, line }))
  // A page that is drawn anew may bring another table, which the stills that came first do not show.
  const [drawn] = useState(table)
  const isAsStill = wishes.measure === measure && wishes.line === line && table === drawn
  const isPointedAt = useLooking(({ row }) => row?.table === id)
  const load = useCallback(() => {
    import('./live-figure.tsx').then(({ LiveFigure }) => setLive(() => LiveFigure))
  }, [])

  useEffect(() => {
    const stop = new AbortController()
    const loadAt = (event: Event) => {
      stop.abort()
      if (event instanceof PointerEvent) setStart(event)
      load()
    }
    for (const type of ['pointerenter', 'focusin'])
      box.current?.addEventListener(type, loadAt, { signal: stop.signal, passive: true })
    return () => stop.abort()
  }, [load])
  useEffect(() => {
    if (isPointedAt) load()
  }, [isPointedAt, load])
  useEffect(
    () => (isAsStill || !box.current ? undefined : loadWhenSeen(box.current, load)),
    [isAsStill, load],
  )

  return (
    <div className="figure-holder">
      <div className="figure-box" ref={box}>
        {Live ? (
          <Live {...{ box, table, wishes, start }} />
        ) : (
          <TableStills {...{ table, measure, line, isNarrow }} onMissing={load} />
        )}
        <button
          type="button"
          className="figure-keys"
          aria-label={`${table.title}: rows of the figure, by arrow keys`}
        />
      </div>
    </div>
  )
}
