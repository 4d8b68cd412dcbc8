'use client'
import type { ReactNode } from 'react'
import { setPreference } from './preferences.ts'

/** Turn the page over between light and dark. A choice equal to the system's is forgotten, so it follows again. */
function turnTheme() {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  const now = document.documentElement.dataset.theme ?? system
  const next = now === 'dark' ? 'light' : 'dark'
  setPreference('theme', next === system ? null : next)
}

/** The button between light and dark; its icons come from the server, so that no drawing is sent as script. */
export function ThemeToggle({ children }: { children: ReactNode }) {
  return (
    <button type="button" onClick={turnTheme} className="icon-button needs-script">
      {children}
      <span className="sr-only">Switch between light and dark</span>
    </button>
  )
}
