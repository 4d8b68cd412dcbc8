/** Menus are plain disclosures; where scripts run, arrows walk them, Escape closes one, and so does whatever is meant elsewhere. */

export function closeOtherMenus(target: Element): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('.menu[open]'))
    if (!menu.contains(target) || target.closest('.menu-list > a, .menu-list > button')) menu.open = false
}

export function answerMenuKeys(event: KeyboardEvent): void {
  const target = event.target instanceof Element ? event.target : null
  const menu = target?.closest<HTMLDetailsElement>('details.menu')
  if (!target || !menu || event.ctrlKey || event.metaKey || event.altKey) return
  const summary = menu.querySelector('summary')
  if (event.key === 'Escape' && menu.open) {
    event.preventDefault()
    menu.open = false
    summary?.focus()
    return
  }
  const isTyped = target.matches('input, textarea, select')
  if ((event.key !== 'ArrowDown' && event.key !== 'ArrowUp') || isTyped) return
  event.preventDefault()
  menu.open = true
  const entries = [...menu.querySelectorAll<HTMLElement>('.menu-list :is(a[href], button)')]
  const at = entries.indexOf(target as HTMLElement)
  const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? entries.length - 1 : at - 1
  const entry = entries[(next + entries.length) % entries.length]
  entry?.focus()
}
