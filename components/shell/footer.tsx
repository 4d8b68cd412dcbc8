import { ShortcutHints } from './shortcut-hints.tsx'

/** What the site is, and the keys that work on this page. */
export function Footer() {
  return (
    <footer className="mt-auto border-t border-rule px-4 sm:px-8 print:hidden">
      <div className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2.5 text-xs text-ink-3">
        <p>Strata shows what the filings print, and checks it. Nothing is corrected.</p>
        <ShortcutHints />
      </div>
    </footer>
  )
}
