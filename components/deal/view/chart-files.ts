import { savePicture } from '@/components/sharing/save-picture.ts'
import { chartAddress } from './chart-address.ts'

/** Save the chart of a menu as PNG, drawn here from its SVG, and say on the button that asked if that fails. */
export async function savePng(button: HTMLElement) {
  const link = button.closest('.menu-list')?.querySelector<HTMLAnchorElement>('a[data-chart]')
  const menu = button.closest('details')?.querySelector('summary')
  if (!link) return
  try {
    await savePicture(chartAddress(link))
  } catch {
    if (menu) sayFailure(menu)
  }
}

function sayFailure(menu: HTMLElement) {
  const words = [...menu.childNodes].find(node => node.nodeType === Node.TEXT_NODE)
  const before = words?.textContent
  if (!words || before === 'Not saved') return
  words.textContent = 'Not saved'
  setTimeout(() => {
    words.textContent = before ?? ''
  }, 2000)
}
