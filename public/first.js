// Runs before anything is painted, while the page's own script is still on its way.

// What the reader set (components/shell/preferences.ts) becomes attributes of the root element, so that a chosen theme
// never flashes. Storage may be forbidden: then the page follows the system.
try {
  for (const name of ['theme', 'keys']) {
    const value = localStorage.getItem(name)
    if (value) document.documentElement.dataset[name] = value
  }
} catch {}

// A loan group hides the tables of the others (components/deal/view/groups.ts), from the first paint where the address
// names it. Its rules are made here and not in the page, so that pages need no style of their own.
const groupSheet = new CSSStyleSheet()
document.adoptedStyleSheets = [groupSheet]
window.showLoanGroup = slug => {
  const name = `"${CSS.escape(slug)}"`
  const shown = `html:has(.groups [data-show=${name}])`
  groupSheet.replaceSync(
    slug &&
      `@media screen {
        ${shown} .deal [data-group]:not([data-group=${name}]) { display: none }
        ${shown} .group-table [data-row=${name}] { --chosen: 1 }
        ${shown} .groups a[data-show] { --chosen: 0 }
        ${shown} .groups a[data-show=${name}] { --chosen: 1 }
      }`,
  )
}
const named = new URLSearchParams(location.search).get('group') ?? /^#group-(.+)$/.exec(location.hash)?.[1]
if (named && location.pathname.startsWith('/deals/')) window.showLoanGroup(named)

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
