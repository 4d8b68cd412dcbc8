'use client'
import { useSyncExternalStore } from 'react'
import { heldFiles, onHeldFiles } from './held-files.ts'

/** Covers the page while files are held over it, and says how many. */
export function DropOverlay() {
  const held = useSyncExternalStore(onHeldFiles, heldFiles, () => null)
  if (held === null) return null
  return (
    <div className="drop-overlay">
      <p className="text-xl/7 font-semibold tracking-tight">
        Let go to read {held > 1 ? `${held} filings` : 'the filing'}
      </p>
      <p className="mt-2 text-sm text-ink-2">Added to the library. Files already here are recognised.</p>
    </div>
  )
}
