'use client'
import { useEffect, useState } from 'react'

/** A drag that tells nothing for this long has left the window, in milliseconds. */
const silence = 900

/** Covers the page while files are held over it, and says how many. */
export function DropOverlay() {
  const held = useHeldFiles()
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

/** How many files are held over the window (a folder counts as one, 0 is not told), or null when none are. */
function useHeldFiles(): number | null {
  const [held, setHeld] = useState<number | null>(null)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const away = () => setHeld(null)
    const over = ({ dataTransfer }: DragEvent) => {
      if (!dataTransfer?.types.includes('Files')) return
      clearTimeout(timer)
      timer = setTimeout(away, silence)
      setHeld(dataTransfer.items.length)
    }
    const stop = new AbortController()
    document.addEventListener('dragover', over, stop)
    document.addEventListener('drop', away, stop)
    document.addEventListener('dragleave', event => event.relatedTarget === null && away(), stop)
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [])
  return held
}
