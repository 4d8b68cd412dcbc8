/** The index of tables, from the moment it is first opened: typing narrows it, arrow keys walk it, a choice closes it. */
export function answerIndex(panel: HTMLElement) {
  const field = panel.querySelector('input')
  field?.addEventListener('input', () => narrow(panel, field.value))
  panel.addEventListener('keydown', event => walk(panel, event))
  panel.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('li a')) panel.hidePopover()
  })
  panel.addEventListener('toggle', event => {
    if ((event as ToggleEvent).newState === 'open') open(panel)
  })
  open(panel)
}

/** Opened, it shows everything again, the table in view marked and in sight, and waits for typing. */
function open(panel: HTMLElement) {
  const field = panel.querySelector('input')
  if (field) field.value = ''
  narrow(panel, '')
  panel.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  field?.focus()
}

/** Leave the entries that hold every word, and the lists that have any. */
function narrow(panel: HTMLElement, typed: string) {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  for (const list of panel.querySelectorAll<HTMLElement>('.index-lists > section')) {
    const heading = list.querySelector('h3')?.firstChild?.textContent ?? ''
    for (const entry of list.querySelectorAll('li')) {
      const text = `${entry.textContent} ${entry.querySelector('a')?.title} ${heading}`.toLowerCase()
      entry.hidden = !words.every(word => text.includes(word))
    }
    list.hidden = !list.querySelector('li:not([hidden])')
  }
  const said = panel.querySelector<HTMLElement>('[data-all]')
  if (said)
    said.textContent =
      words.length > 0 ? `${links(panel).length} of ${said.dataset.all}` : (said.dataset.all ?? '')
}

function walk(panel: HTMLElement, event: KeyboardEvent) {
  const shown = links(panel)
  const at = shown.indexOf(document.activeElement as HTMLElement)
  if (event.key === 'Enter' && at < 0 && document.activeElement?.matches('input')) shown[0]?.click()
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const next = at + step
  if (next < 0) panel.querySelector('input')?.focus()
  else shown[Math.min(next, shown.length - 1)]?.focus()
}

function links(panel: HTMLElement): HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>('section:not([hidden]) li:not([hidden]) a')]
}
