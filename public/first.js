// Runs before anything is painted, while the page's own script is still on its way.

// What the reader set (components/shell/preferences.ts) becomes attributes of the root element, so that a chosen theme
// never flashes. Storage may be forbidden: then the page follows the system.
try {
  for (const name of ['theme', 'keys']) {
    const value = localStorage.getItem(name)
    if (value) document.documentElement.dataset[name] = value
  }
} catch {}

// A loan group that the address names (components/deal/group-rules.ts) hides the tables of the others from the first paint.
const group = new URLSearchParams(location.search).get('group')
if (group && location.pathname.startsWith('/deals/')) document.documentElement.dataset.group = group

// A file dropped this early would be opened by the browser in the page's place. It is held for the upload gate
// (components/upload/upload-gate.tsx), which takes over by removing `strataHeld`.
window.strataHeld = []
for (const type of ['dragover', 'drop']) {
  document.addEventListener(type, event => {
    if (!window.strataHeld || !event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    if (type === 'drop')
      for (const item of event.dataTransfer.items)
        window.strataHeld.push(item.webkitGetAsEntry() ?? item.getAsFile())
  })
}
