/** Write into the fields of a page what it was drawn with anew, but for the one that somebody is at. */
export function syncField(field: HTMLInputElement): void {
  if (field === document.activeElement) return
  if (field.type === 'checkbox' || field.type === 'radio') field.checked = field.defaultChecked
  else field.value = field.defaultValue
}

/** Would the browser open what is clicked elsewhere? */
export function isForNewTab(event: Event): boolean {
  return (
    event instanceof MouseEvent && (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey)
  )
}
