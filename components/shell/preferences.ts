/**
 * What a reader set in this browser: the theme, and whether single-key shortcuts are on.
 *
 * Both live as attributes of the root element, where style sheets and key handlers see them: `data-theme` is `light` or
 * `dark` (absent: as the system), `data-keys` is `off` (absent: on). `public/first.js` sets them before the first
 * paint; it is a file because a page's policy lets no inline scripts run but those that Next writes.
 */

/** Set a preference now and for the next visit; `null` forgets it. */
export function setPreference(name: 'theme' | 'keys', value: string | null) {
  const { dataset } = document.documentElement
  if (value === null) delete dataset[name]
  else dataset[name] = value
  try {
    if (value === null) localStorage.removeItem(name)
    else localStorage.setItem(name, value)
  } catch {
    // Private windows may refuse to store: the choice then lasts as long as the page.
  }
}

/** Whether single-key shortcuts answer: not when turned off, with a modifier held, or while typing. */
export function isShortcut(event: KeyboardEvent): boolean {
  if (document.documentElement.dataset.keys === 'off') return false
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return false
  const target = event.target
  return !(target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]'))
}
