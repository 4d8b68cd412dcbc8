/** Copy a text and say so on the button that asked, for two seconds. */
export async function copyText(text: string, button: HTMLElement) {
  const said = await navigator.clipboard.writeText(text).then(
    () => 'Copied',
    () => 'Not allowed to copy',
  )
  const words = button.querySelector('span') ?? button
  if (words.hasAttribute('aria-live')) return
  const before = words.textContent
  words.setAttribute('aria-live', 'polite')
  words.textContent = said
  setTimeout(() => {
    words.textContent = before
    words.removeAttribute('aria-live')
  }, 2000)
}
