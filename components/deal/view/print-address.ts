/** What is printed names the address of the view on the screen, as the browser reached it. */
export function namePrintedAddress(signal: AbortSignal) {
  const write = () => {
    for (const shown of document.querySelectorAll('.print-address')) shown.textContent = location.href
  }
  addEventListener('beforeprint', write, { signal })
}
