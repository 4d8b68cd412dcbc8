/** Menus are plain disclosures; where scripts run, keys walk them, Escape closes one, and so does whatever is meant elsewhere. */

/** Close the menus that a click is not in, and the one that it chose from: there the focus goes back to what opened it. */
export function closeOtherMenus(target: Element): void {
  const isChosen = target.closest('.menu-list > a, .menu-list > button') !== null
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]')) {
    if (!menu.contains(target)) menu.open = false
    else if (isChosen) closeMenu(menu)
  }
}

/** Close the menus that the focus has left. */
export function closeLeftMenus(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]'))
    if (!menu.contains(target)) menu.open = false
}

function closeMenu(menu: HTMLDetailsElement): void {
  menu.open = false
  menu.querySelector('summary')?.focus()
}

/** Which entry of so many a key leads to, from one, or from the summary (-1); null where it leads to none. */
function entryFor(key: string, at: number, count: number): number | null {
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return at < 0 ? count - 1 : (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}

/** Wherever the focus is, for a pointer may have opened it. */
function closeOpenMenu(event: KeyboardEvent): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu[open]')
  if (!menu) return
  event.preventDefault()
  closeMenu(menu)
}

export function answerMenuKeys(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null
  if (!target || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  if (event.key === 'Escape') closeOpenMenu(event)
  const menu = target.closest<HTMLDetailsElement>('details.menu')
  if (!menu) return
  const isTyped = target.matches('input, textarea, select')
  const opens = event.key === 'ArrowDown' || event.key === 'ArrowUp'
  if (isTyped || !(menu.open || opens)) return
  const entries = [...menu.querySelectorAll<HTMLElement>('.menu-list :is(a[href], button)')]
  const next = entryFor(event.key, entries.indexOf(target as HTMLElement), entries.length)
  if (next === null) return
  event.preventDefault()
  menu.open = true
  entries[next]?.focus()
}
