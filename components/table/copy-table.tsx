'use client'

import { useRef } from 'react'
import { lookedAt } from '../view/view-store.ts'
import { useTable } from './table-data.tsx'

/** Copies the rows of a table as they are shown, as text to paste into a sheet. */
export function CopyTable({ id, children }: { id: string; children: string }) {
  const table = useTable(id)
  const button = useRef<HTMLButtonElement>(null)
  const copy = async () => {
    const { copyTable } = await import('./copy-rows.ts')
    const summary = button.current?.closest('details')?.querySelector('summary')
    if (summary) await copyTable(table, lookedAt(), summary)
  }
  return (
    <button ref={button} type="button" className="needs-script" onClick={copy}>
      {children}
    </button>
  )
}
