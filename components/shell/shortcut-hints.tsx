'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { isShortcut, setPreference } from './preferences.ts'

const everywhere: Hint[] = [{ keys: ['/'], does: 'search' }]
const onDeal: Hint[] = [
  { keys: ['j', 'k'], does: 'next, previous table' },
  { keys: ['b', 'c', 'p'], does: 'measure' },
  { keys: ['l'], does: 'ledger' },
]
type Hint = { keys: string[]; does: string }

/** The single-key shortcuts of the page, with a switch: people who speak their input need them off. */
export function ShortcutHints() {
  const isDeal = usePathname().startsWith('/deals/')
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
      {on && [...everywhere, ...(isDeal ? onDeal : [])].map(hint => <HintKeys key={hint.does} {...hint} />)}
      <button type="button" onClick={turn} className="min-h-6 cursor-pointer underline underline-offset-2">
        {on ? 'Turn shortcuts off' : 'Turn shortcuts on'}
      </button>
    </div>
  )
}

function HintKeys({ keys, does }: Hint) {
  return (
    <span className="flex items-center gap-1 max-sm:hidden">
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
