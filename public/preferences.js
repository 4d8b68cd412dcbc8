// Runs before the first paint, so that a chosen theme never flashes: what the reader set (components/shell/preferences.ts)
// becomes attributes of the root element. Storage may be forbidden: then the page follows the system.
try {
  for (const name of ['theme', 'keys']) {
    const value = localStorage.getItem(name)
    if (value) document.documentElement.dataset[name] = value
  }
} catch {}
