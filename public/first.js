// Runs before the first paint. Each part is told of in its file.

// components/shell/preferences.ts
try {
  for (const name of ['theme', 'keys']) {
    const value = localStorage.getItem(name)
    if (value) document.documentElement.dataset[name] = value
  }
} catch {}

// components/deal/view/groups.ts
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

// components/upload/upload-gate.tsx
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
