'use client'
import { useEffect, useState } from 'react'
import { isShortcut, setPreference } from './preferences.ts'

type Hint = { keys: string[]; does: string; among?: 'tables' | 'trends' }

/** Those among tables or trends are shown where there are some, which style can tell (globals.css). */
const hints: Hint[] = [
  { keys: ['/'], does: 'search' },
  { keys: ['j', 'k'], does: 'next, previous table', among: 'tables' },
  { keys: ['b', 'c', 'p'], does: 'measure', among: 'tables' },
  { keys: ['l'], does: 'ledger', among: 'tables' },
  { keys: ['←', '→'], does: 'deal before, after', among: 'trends' },
  { keys: ['m', 'q', 'y'], does: 'line by month, quarter, year', among: 'trends' },
  { keys: ['?'], does: 'all keys', among: 'tables' },
]

/** The single-key shortcuts of the page, with a switch: people who speak their input need them off. */
export function ShortcutHints() {
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
      {on && hints.map(hint => <HintKeys key={hint.does} {...hint} />)}
      <button type="button" onClick={turn} className="min-h-6 cursor-pointer underline underline-offset-2">
        {on ? 'Turn shortcuts off' : 'Turn shortcuts on'}
      </button>
    </div>
  )
}

function HintKeys({ keys, does, among }: Hint) {
  return (
    <span className={`flex items-center gap-1 max-sm:hidden ${among ? `among-${among}` : ''}`}>
      {keys.map(key => (
        <kbd key={key} className="key">
          {key}
        </kbd>
      ))}
      {does}
    </span>
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
