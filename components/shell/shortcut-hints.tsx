'use client'
import { type ReactNode, useEffect, useState } from 'react'
import { isShortcut, setPreference } from './preferences.ts'

/** The single-key shortcuts of the page, with a switch: people who speak their input need them off. */
export function ShortcutHints({ children }: { children: ReactNode }) {
  const [on, setOn] = useState(true)
  useEffect(() => setOn(document.documentElement.dataset.keys !== 'off'), [])
  useEffect(() => {
    addEventListener('keydown', focusSearch)
    return () => removeEventListener('keydown', focusSearch)
  }, [])
  const turn = () => {
    setPreference('keys', on ? 'off' : null)
    setOn(!on)
  }
  return (
    <div className="needs-script flex flex-wrap items-center gap-x-4 gap-y-1">
      {on && children}
      <button type="button" onClick={turn} className="min-h-6 cursor-pointer underline underline-offset-2">
        {on ? 'Turn shortcuts off' : 'Turn shortcuts on'}
      </button>
    </div>
  )
}

/** `/` goes to the search field of the page: the page's own where it has one, else the top bar's. */
function focusSearch(event: KeyboardEvent) {
  if (event.key !== '/' || !isShortcut(event)) return
  const shown = [...document.querySelectorAll<HTMLInputElement>('[data-search]')].filter(
    field => field.offsetParent,
  )
  const field = shown.at(-1)
  if (!field) return
  event.preventDefault()
  field.select()
}
