'use client'

import { lookAt, lookedAt } from '../view/view-store.ts'
import { useShownRows } from './shown-rows.ts'
import { useTable } from './table-data.tsx'

/** Puts the column of added-up shares on a table, and the line of them on its chart; presses only where there can be one. */
export function CumulativeToggle({ id }: { id: string }) {
  const isShown = useShownRows(useTable(id)).cumulative !== null
  const toggle = () => {
    const cumulative = new Set(lookedAt().cumulative)
    if (isShown) cumulative.delete(id)
    else cumulative.add(id)
    lookAt({ cumulative })
  }
  return (
    <button type="button" className="action needs-script" aria-pressed={isShown} onClick={toggle}>
      Cumulative
    </button>
  )
}
