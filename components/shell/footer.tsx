import { ShortcutHints } from './shortcut-hints.tsx'

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

/** What the site is, and the keys that work on this page. */
export function Footer() {
  return (
    <footer className="mt-auto border-t border-rule px-4 sm:px-8 print:hidden">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5 text-xs text-ink-3">
        <p>
          Strata shows what the filings print, and checks it. Nothing is corrected. For programs:{' '}
          <a href="/api" className="underline">
            API
          </a>
        </p>
        <ShortcutHints>
          {hints.map(hint => (
            <HintKeys key={hint.does} {...hint} />
          ))}
        </ShortcutHints>
      </div>
    </footer>
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
